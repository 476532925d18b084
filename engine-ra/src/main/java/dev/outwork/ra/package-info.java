/**
 * An inbound resource adapter (Jakarta Connectors, chapters 12 and 13): message-driven beans that
 * implement {@link dev.outwork.api.worker.ExternalTaskListener} are called with external tasks.
 *
 * <p>It fetches nothing itself. It tells the engine of its endpoints when there is an engine, and
 * lends it the container's threads and transactions.
 */
package dev.outwork.ra;
