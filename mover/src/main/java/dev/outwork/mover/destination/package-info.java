/**
 * The database of Outwork: the only package with the names of its tables and their columns, apart
 * from the rows that are converted.
 */
package dev.outwork.mover.destination;
