/** What the benchmark puts into the server to measure how soon a worker there is called. */
package dev.outwork.it.benchmark.inserver;
