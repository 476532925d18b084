/**
 * Waiting for work without holding a thread.
 *
 * <p>A request that finds nothing is filed under its topics, in order of arrival. When tasks of a
 * topic become fetchable and that has committed, only the requests that wait for it are served, the
 * oldest first, until one without filters finds nothing more. Nodes notify each other of work by
 * PostgreSQL's notifications; one statement every second or two finds the rest for all waiting
 * requests of a node.
 */
package dev.outwork.engine.waiting;
