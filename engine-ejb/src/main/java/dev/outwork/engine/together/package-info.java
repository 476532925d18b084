/**
 * Callers that come together travel together: what each would do in a transaction of its own is
 * done in one. Knows nothing of what they want.
 */
package dev.outwork.engine.together;
