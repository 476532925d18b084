/** Conversion of values for a delegate in the server, and back. */
package dev.outwork.delegate.server;
