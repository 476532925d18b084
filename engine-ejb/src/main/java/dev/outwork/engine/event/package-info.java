/**
 * Messages, signals and conditions: who listens for them, and how it is told.
 *
 * <p>A subscription is a row that lives as long as its event can happen. Whoever brings something
 * finds the rows first, then holds the root of the instance's tree of calls, and looks again: a row
 * that is gone by then has been served by somebody else. Several instances are held in the order of
 * their roots, so that two who tell many never wait for each other. A signal that a process throws
 * reaches other instances by jobs, one for each receiver, so that no transaction fails for a
 * stranger's sake.
 */
package dev.outwork.engine.event;
