package dev.outwork.engine.job;

import dev.outwork.engine.token.Instance;

/**
 * A job whose row this transaction holds, and whose instance.
 *
 * @param instance null if the job starts one
 */
record HeldJob(JobRow job, Instance instance) {}
