-- Whether the documents of a deployment are read so that code becomes the work of a topic.

alter table deployment add column code_becomes_topics boolean not null default false;
