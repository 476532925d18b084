/**
 * The public API for workers and embedding applications.
 *
 * <p>Each service is an interface, implemented by one stateless session bean, and can be injected.
 * A call joins the caller's transaction, or runs in its own. All arguments and results are
 * immutable records; entities stay inside the engine. Exceptions have the simple names that the
 * REST API of Camunda 7 returns, because clients branch on these names.
 */
package dev.outwork.api;
