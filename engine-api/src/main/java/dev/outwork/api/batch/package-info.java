/** Batches: one operation on many elements, in the background (wire section 6.9). */
package dev.outwork.api.batch;
