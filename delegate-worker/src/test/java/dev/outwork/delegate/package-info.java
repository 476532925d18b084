/** Delegates written for Camunda 7, called without an engine. */
package dev.outwork.delegate;
