/** Shutdown order. */
package dev.outwork.rest.shutdown;
