/**
 * Jobs: work that the engine does by itself once it is due.
 *
 * <p>A job is a row until it has succeeded. Each is executed in a transaction of its own, which
 * first locks the instance, if the job belongs to one, and then the row. So on any number of nodes
 * one of them executes it, once. A failure is rolled back and recorded in another transaction. Each
 * type of job has a {@link dev.outwork.engine.job.JobHandler}.
 */
package dev.outwork.engine.job;
