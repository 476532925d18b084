/** Work on threads of the container. Nobody's work waits for that of somebody else. */
package dev.outwork.engine.concurrent;
