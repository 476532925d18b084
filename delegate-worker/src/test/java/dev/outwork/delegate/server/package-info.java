/** What comes to a delegate in the server, and what it gives back. */
package dev.outwork.delegate.server;
