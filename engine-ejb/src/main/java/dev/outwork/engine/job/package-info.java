/**
 * Jobs: what the engine does by itself once it is due.
 *
 * <p>A job is a row until it is done. Each is run in a transaction of its own, which first holds
 * the instance, if it is the job of one, and then the row, so that on any number of nodes one of
 * them runs it, once. What fails is rolled back; that it failed is written in another transaction.
 * What a type of job does is said by its {@link dev.outwork.engine.job.JobHandler}.
 */
package dev.outwork.engine.job;
