/**
 * The cost of lists and statistics: the rows that they read, of tables with 100,000. Time is not
 * measured, because it depends more on the machine than on the statement.
 */
package dev.outwork.engine.cost;
