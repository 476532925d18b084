/** Tasks from the published {@code camunda-external-task-client}. */
package dev.outwork.delegate.client;
