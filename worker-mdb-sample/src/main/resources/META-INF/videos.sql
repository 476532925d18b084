create table if not exists video_transcoding (id varchar(36) primary key, task_id varchar(64) not null, video varchar(255) not null, format varchar(32) not null);
create table if not exists video_upload (id varchar(36) primary key, task_id varchar(64) not null, video varchar(255) not null, url varchar(255) not null);
