/**
 * Batches: one thing done with many elements, in the background, by Jakarta Batch.
 *
 * <p>The server's job repository is its own, and may be gone after a restart; so what has to be
 * done stands in our tables, and a job of Jakarta Batch is only one run: it works for as long as it
 * has the lease of its batch, and when it or its node is gone, any node begins another one. An
 * element's row goes with the commit of what was done for it, so it is done once, whoever runs.
 * What a type of batch does is said by its {@link dev.outwork.engine.batch.BatchHandler}.
 */
package dev.outwork.engine.batch;
