/** Several nodes on one PostgreSQL: what they tell each other, and what they survive. */
package dev.outwork.it.cluster;
