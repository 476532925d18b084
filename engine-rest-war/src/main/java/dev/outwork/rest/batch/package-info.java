/** Batches, and the operations that they execute (wire sections 6.3, 6.7 and 6.9). */
package dev.outwork.rest.batch;
