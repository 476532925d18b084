/**
 * Decisions: reads DMN documents, refuses what is not supported, and evaluates the rest. No other
 * package uses the library. It is restricted to FEEL, so a decision runs no code, loads no class
 * and calls no address.
 */
package dev.outwork.engine.dmn;
