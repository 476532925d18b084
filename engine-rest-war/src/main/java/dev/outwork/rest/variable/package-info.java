/**
 * Typed values between the wire and the engine, one class for each direction (docs/rest-api.md,
 * "Variables").
 *
 * <p>Objects travel as the text that they were serialized to: no class is ever loaded for one.
 */
package dev.outwork.rest.variable;
