/**
 * An inbound resource adapter (Jakarta Connectors, chapters 12 and 13): it calls message-driven
 * beans that implement {@link dev.outwork.api.worker.ExternalTaskListener} with external tasks.
 *
 * <p>It fetches nothing itself. It announces its endpoints to the engine when one is present, and
 * provides the container's threads and transactions.
 */
package dev.outwork.ra;
