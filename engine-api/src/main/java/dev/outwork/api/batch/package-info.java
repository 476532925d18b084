/** Batches: one thing done with many, in the background (docs/rest-api.md, "Batches"). */
package dev.outwork.api.batch;
