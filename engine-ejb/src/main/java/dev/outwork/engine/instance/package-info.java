/**
 * Process instances: how tokens move, and how instances are stored.
 *
 * <p>A {@link dev.outwork.engine.instance.Journey} moves the tokens of one instance within one
 * transaction, from a wait state that has ended to the next ones, with a work list instead of
 * recursion. It knows no database: it loads data on demand, and keeps its changes until {@link
 * dev.outwork.engine.instance.Journeys} writes them, each kind of row in one statement. Every
 * transaction that moves tokens locks the instance's row, so joins never race.
 */
package dev.outwork.engine.instance;
