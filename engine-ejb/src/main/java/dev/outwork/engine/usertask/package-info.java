/**
 * User tasks: work that waits for a person.
 *
 * <p>A task is one row from its creation to its end and beyond; lists show those that are open. It
 * has a scope of variables of its own, inside that of its activity, whose id is that of the task.
 * Whoever moves tokens or changes variables holds the tree of instances first, always instance
 * before task; what people change of a task itself needs its row only.
 */
package dev.outwork.engine.usertask;
