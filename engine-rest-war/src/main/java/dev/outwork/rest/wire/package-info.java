/**
 * How anything is said on the wire: JSON, dates, failures, limits (docs/rest-api.md,
 * "Conventions").
 *
 * <p>The server's own JSON provider is never used, because the coercions and the exact content type
 * are part of the contract, and differ from one server to the next.
 */
package dev.outwork.rest.wire;
