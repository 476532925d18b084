/**
 * Running process instances and the variables that their executions see (docs/rest-api.md, "Process
 * instances").
 */
package dev.outwork.rest.instance;
