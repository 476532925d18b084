/** Batches: one operation on many elements, in the background (docs/rest-api.md, "Batches"). */
package dev.outwork.api.batch;
