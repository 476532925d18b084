/**
 * Process instances: their rows, and the boundary.
 *
 * <p>{@link dev.outwork.engine.instance.Journeys} begins a {@link dev.outwork.engine.token.Journey}
 * on an instance whose row this transaction holds, and writes what it has done, each kind of row in
 * one statement. What is kept for a token that waits belongs to the packages above, which are asked
 * through {@link dev.outwork.engine.instance.Waits}.
 */
package dev.outwork.engine.instance;
