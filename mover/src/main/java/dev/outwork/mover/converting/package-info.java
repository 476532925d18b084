/**
 * From the rows of a call hierarchy in the source to those in the target, in memory: no database.
 *
 * <p>The source has a tree of executions, in which a scope has one more than what is inside; the
 * target has one row for each activity, as the tree of activity instances shows them. Ids are kept.
 */
package dev.outwork.mover.converting;
