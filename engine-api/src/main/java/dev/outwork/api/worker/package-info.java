/**
 * Workers inside the application server: message-driven beans and CDI beans that do the work of
 * external tasks on the container's threads and in its transactions.
 *
 * <p>The worker does its work; the engine fetches, extends the lock, and reports. The writes of a
 * transactional worker and the completion of its task commit together or not at all.
 */
package dev.outwork.api.worker;
