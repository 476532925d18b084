/**
 * The source: its tables, their columns, the versions that have them, and every statement that
 * reads them. No other package has a table's or a column's name.
 */
package dev.outwork.mover.source;
