/**
 * Waiting for work without holding a thread.
 *
 * <p>Who finds nothing is filed under its topics, in order of arrival. When tasks of a topic become
 * fetchable, and that is committed, only those who wait for it are served, the oldest first, until
 * one that takes anything of the topic finds nothing more. Nodes hint each other at work by
 * PostgreSQL's notifications; what was not hinted at is found by one statement every second or two
 * for all who wait here.
 */
package dev.outwork.engine.waiting;
