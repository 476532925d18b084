/**
 * Process instances: their rows, and the boundary.
 *
 * <p>{@link dev.outwork.engine.instance.Journeys} starts a {@link dev.outwork.engine.token.Journey}
 * on an instance whose row is locked, and writes its changes, each kind of row in one statement.
 * The rows of waiting tokens belong to the packages above, which are called through {@link
 * dev.outwork.engine.instance.Waits}.
 */
package dev.outwork.engine.instance;
