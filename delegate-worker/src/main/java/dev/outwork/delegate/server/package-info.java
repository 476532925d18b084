/**
 * Tasks that come to beans of the same server. What the code writes in the engine's data source and
 * the completion of its task commit together.
 */
package dev.outwork.delegate.server;
