/**
 * Typed values between the REST API and the engine, one class for each direction (docs/rest-api.md,
 * "Variables").
 *
 * <p>Objects stay serialized texts: no class is ever loaded for one.
 */
package dev.outwork.rest.variable;
