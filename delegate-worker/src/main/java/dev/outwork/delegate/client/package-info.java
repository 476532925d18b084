/** Tasks that come by the published {@code camunda-external-task-client}. */
package dev.outwork.delegate.client;
