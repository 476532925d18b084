/** Outwork on a real server, over HTTP and from within. */
package dev.outwork.it;
