/** The cost of the engine in countable units. */
package dev.outwork.it.cost;
