/**
 * Variables: typed values under a name in a scope.
 *
 * <p>A scope is a process instance or an activity instance, named by its id. Who reads or writes
 * names a chain of scopes, innermost first. {@link dev.outwork.engine.variable.Variables} is what
 * one transaction knows and changes of an instance's variables; {@link
 * dev.outwork.engine.variable.VariableStore} reads what is not known yet and writes what changed,
 * each in one statement.
 */
package dev.outwork.engine.variable;
