/**
 * Process instances: how tokens move, and what is kept of them.
 *
 * <p>A {@link dev.outwork.engine.instance.Journey} moves the tokens of one instance within one
 * transaction, from a wait state that has ended to the next ones, by a work-list and not by
 * recursion. It knows no database: what it needs it asks for when it needs it, and what it has done
 * it keeps until {@link dev.outwork.engine.instance.Journeys} writes it, each kind of row in one
 * statement. Whoever moves tokens holds the instance's row, so joins never race.
 */
package dev.outwork.engine.instance;
