/** Typed variable values, as workers, the engine and the database exchange them. */
package dev.outwork.api.variable;
