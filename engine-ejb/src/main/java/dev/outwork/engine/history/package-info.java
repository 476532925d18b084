/**
 * What happened: queries over instances that run or have ended, and the log of external tasks.
 *
 * <p>Nothing is copied to be history. An instance is the same row before and after its end; only
 * external tasks, whose rows go when the work is done, leave lines in a log.
 */
package dev.outwork.engine.history;
