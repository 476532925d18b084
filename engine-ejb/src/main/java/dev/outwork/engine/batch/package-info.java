/**
 * Batches: one operation on many elements, in the background, by Jakarta Batch.
 *
 * <p>The job repository belongs to the server and may be gone after a restart. So the elements to
 * process are in our tables, and a job of Jakarta Batch is only one run: it works as long as it
 * holds the lease of its batch, and when it or its node is gone, any node starts another one. The
 * row of an element is deleted in the transaction that processes it, so it is processed once,
 * whoever runs. Each type of batch has a {@link dev.outwork.engine.batch.BatchHandler}.
 */
package dev.outwork.engine.batch;
