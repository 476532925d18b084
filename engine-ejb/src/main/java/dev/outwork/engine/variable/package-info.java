/**
 * Variables: typed values under a name in a scope.
 *
 * <p>A scope is a process instance or an activity instance, named by its id. Callers pass a chain
 * of scopes, innermost first. {@link dev.outwork.engine.variable.Variables} holds what one
 * transaction knows and changes of an instance's variables; {@link
 * dev.outwork.engine.variable.VariableStore} loads unknown variables and writes changes, each in
 * one statement.
 */
package dev.outwork.engine.variable;
