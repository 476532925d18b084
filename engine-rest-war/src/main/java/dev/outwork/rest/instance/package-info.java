/** Running process instances and the variables visible to their executions (wire section 6.3). */
package dev.outwork.rest.instance;
