/**
 * Topics and workers in numbers. What waits is counted by one grouped statement, and all who ask
 * within some seconds share its result. What happens is counted in memory ({@code tally}) and, like
 * the workers that a node has seen, written every ten seconds if it has changed, so that each node
 * knows what all have seen. Nothing is written for a single task or fetch.
 */
package dev.outwork.engine.numbers;
