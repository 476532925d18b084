/**
 * Running process instances and the variables visible to their executions (docs/rest-api.md,
 * "Process instances").
 */
package dev.outwork.rest.instance;
