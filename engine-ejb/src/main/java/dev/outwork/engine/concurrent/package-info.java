/** Work on the container's threads. */
package dev.outwork.engine.concurrent;
