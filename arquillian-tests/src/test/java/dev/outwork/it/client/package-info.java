/** The published worker clients, unchanged, against the engine. */
package dev.outwork.it.client;
