/**
 * Grants in the words of Camunda 7, whose consoles ask before they show a button. The answer is
 * what the grants say; whether something is done is decided where it is done.
 */
package dev.outwork.engine.authorization;
