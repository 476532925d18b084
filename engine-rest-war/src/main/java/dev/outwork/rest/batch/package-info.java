/**
 * Batches, and what is done in the background by one (docs/rest-api.md, "Deleting instances",
 * "Removal of history" and "Batches").
 */
package dev.outwork.rest.batch;
