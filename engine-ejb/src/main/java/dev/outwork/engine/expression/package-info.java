/**
 * Expressions of a model: the container's Jakarta Expression Language, closed.
 *
 * <p>An expression reads names and the entries of maps and lists, and computes with them; it calls
 * no method and reaches no class, so that whoever deploys a process cannot run code in the engine.
 */
package dev.outwork.engine.expression;
