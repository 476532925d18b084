/**
 * Tasks delivered to beans of the same server. Writes of the code to the engine's data source and
 * the completion of its task commit together.
 */
package dev.outwork.delegate.server;
