/** Running process instances and the variables that their executions see (wire section 6.3). */
package dev.outwork.rest.instance;
