/** What the engine costs, in things that can be counted. */
package dev.outwork.it.cost;
