/** Code as it was written for Camunda 7, and the topics that it serves. */
package dev.outwork.it.container.delegates;
