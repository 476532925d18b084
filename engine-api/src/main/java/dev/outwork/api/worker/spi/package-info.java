/**
 * Between the engine and what calls workers: the resource adapter is one such, and it knows nothing
 * else of the engine.
 *
 * <p>Its classes have to be loaded once for both: from the application's library directory, or from
 * the resource adapter where that is deployed by itself.
 */
package dev.outwork.api.worker.spi;
