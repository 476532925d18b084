/** Batches: one thing done with many, in the background (wire section 6.9). */
package dev.outwork.api.batch;
