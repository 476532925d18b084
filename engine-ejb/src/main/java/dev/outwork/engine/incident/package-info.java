/**
 * Incidents: problems that wait for somebody to solve them.
 *
 * <p>An incident is one row from its creation to its end; the package that creates it also resolves
 * or deletes it.
 */
package dev.outwork.engine.incident;
