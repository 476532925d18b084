/**
 * User tasks: work that waits for a person.
 *
 * <p>A task is one row from its creation beyond its end; lists show open ones. It has a variable
 * scope of its own, inside that of its activity, with the id of the task. Commands that move tokens
 * or change variables lock the call hierarchy first, always instance before task; changes of the
 * task's own attributes lock only its row.
 */
package dev.outwork.engine.usertask;
