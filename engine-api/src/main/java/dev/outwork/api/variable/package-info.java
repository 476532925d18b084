/** Typed variable values, as they travel between workers, the engine and its store. */
package dev.outwork.api.variable;
