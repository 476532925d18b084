/**
 * History: queries over running and ended instances, and the external task log.
 *
 * <p>Nothing is copied to history. An instance is the same row before and after its end; only
 * external tasks, whose rows are deleted when they complete, leave entries in a log.
 */
package dev.outwork.engine.history;
