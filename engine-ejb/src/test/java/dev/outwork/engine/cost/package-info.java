/**
 * What lists and statistics cost: the rows that they read, of tables with 100,000. Time is not
 * measured, because it says more of the machine than of the statement.
 */
package dev.outwork.engine.cost;
