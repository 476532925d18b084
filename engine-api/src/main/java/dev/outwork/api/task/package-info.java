/** User tasks: work that waits for a person. */
package dev.outwork.api.task;
