/**
 * External tasks: fetches and reports of workers, and repairs by administrators (wire section 3).
 *
 * <p>A waiting request holds no thread. Tasks locked for a client that can no longer be reached are
 * released at once.
 */
package dev.outwork.rest.externaltask;
