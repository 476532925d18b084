/**
 * External tasks: fetches and reports of workers, and repairs by administrators (docs/rest-api.md,
 * "External tasks").
 *
 * <p>A waiting request holds no thread. Tasks locked for a client that can no longer be reached are
 * released at once.
 */
package dev.outwork.rest.externaltask;
