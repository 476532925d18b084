/**
 * The format of requests and responses: JSON, dates, failures, limits (docs/rest-api.md,
 * "Conventions").
 *
 * <p>The server's own JSON provider is never used, because coercions and content types are part of
 * the contract, and differ from server to server.
 */
package dev.outwork.rest.format;
