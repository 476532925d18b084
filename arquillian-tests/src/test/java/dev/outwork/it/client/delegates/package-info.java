/** Code as it was written for Camunda 7. */
package dev.outwork.it.client.delegates;
