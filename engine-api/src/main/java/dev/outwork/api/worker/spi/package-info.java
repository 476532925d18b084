/**
 * The SPI between the engine and the callers of workers. The resource adapter is one such caller,
 * and knows nothing else of the engine.
 *
 * <p>Both sides must share one copy of these classes: from the application's library directory, or
 * from a resource adapter that is deployed by itself.
 */
package dev.outwork.api.worker.spi;
