/** Incidents: what went wrong and waits for somebody to look. */
package dev.outwork.api.incident;
