/** Work on threads of the container. No work waits for other work. */
package dev.outwork.engine.concurrent;
