/** Incidents: problems that wait for somebody to solve them. */
package dev.outwork.api.incident;
