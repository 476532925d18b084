/**
 * Expressions of a model: the container's Jakarta Expression Language, closed.
 *
 * <p>An expression reads names and the entries of maps and lists, computes with them, and calls
 * methods of the {@code Vocabulary}, a fixed table. The container's parser never sees a method
 * call, only calls of one object that the table executes. Nothing is looked up by reflection and no
 * class can be reached, so that a deployment cannot run code in the engine.
 */
package dev.outwork.engine.expression;
