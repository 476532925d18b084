/**
 * The part of the benchmark inside the server, which measures how soon a worker there is called.
 */
package dev.outwork.it.benchmark.inserver;
