/**
 * Incidents: what went wrong and waits for somebody to look.
 *
 * <p>An incident is one row from its opening to its end; whoever raises it also resolves or deletes
 * it.
 */
package dev.outwork.engine.incident;
