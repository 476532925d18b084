/**
 * Messages, signals and conditions: subscriptions and delivery.
 *
 * <p>A subscription is a row that exists as long as its event can be triggered. A delivery first
 * finds the rows, then locks the root of the instance's call hierarchy, and checks again: a row
 * that no longer exists has been served by another transaction. Several instances are locked in the
 * order of their roots, so that concurrent broadcasts never deadlock. A signal that a process
 * throws reaches other instances by jobs, one for each receiver, so that a failing receiver does
 * not fail the sender.
 */
package dev.outwork.engine.event;
