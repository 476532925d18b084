/**
 * What waits, who works, and what is stuck: topics and workers in numbers, of all nodes together.
 */
package dev.outwork.api.numbers;
