/**
 * Batches, and the operations that they execute (docs/rest-api.md, "Deleting instances", "Removal
 * of history" and "Batches").
 */
package dev.outwork.rest.batch;
