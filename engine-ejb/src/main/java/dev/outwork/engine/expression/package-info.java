/**
 * Expressions of a model: the container's Jakarta Expression Language, closed.
 *
 * <p>An expression reads names and the entries of maps and lists, computes with them, and calls
 * what is in the {@code Vocabulary}: a table of ours. The container's parser never sees the call of
 * a method, only calls of one object that the table answers; nothing is looked up by reflection and
 * no class is reached, so that whoever deploys a process cannot run code in the engine.
 */
package dev.outwork.engine.expression;
