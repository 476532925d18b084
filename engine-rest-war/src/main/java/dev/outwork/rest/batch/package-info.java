/** Batches, and what is done in the background by one (wire sections 6.3, 6.7 and 6.9). */
package dev.outwork.rest.batch;
