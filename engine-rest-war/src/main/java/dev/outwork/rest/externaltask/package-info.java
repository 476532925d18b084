/**
 * External tasks: what workers fetch and report, and what administrators repair (docs/rest-api.md,
 * "External tasks").
 *
 * <p>A request that waits holds no thread. Whatever the engine has locked for a client that can no
 * longer be answered is given back at once.
 */
package dev.outwork.rest.externaltask;
