/**
 * Tokens: how they move through the nodes of a process, in memory.
 *
 * <p>A {@link dev.outwork.engine.token.Journey} moves the tokens of one instance within one
 * transaction, from a wait state that has ended to the next ones, by a work-list and not by
 * recursion. It knows no container and no database: it asks for activities and variables when it
 * first needs them, and keeps what it has done until somebody writes it. Its caller holds the row
 * of the instance's root, so joins never race.
 */
package dev.outwork.engine.token;
