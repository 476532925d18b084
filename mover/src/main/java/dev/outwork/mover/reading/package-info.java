/**
 * Reads the source into records: what is deployed, and what is running, counted by the database.
 * Rows are read as a stream, and models one at a time, so memory does not depend on the number of
 * instances.
 */
package dev.outwork.mover.reading;
