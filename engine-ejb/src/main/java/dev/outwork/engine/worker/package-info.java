/**
 * Supplies workers inside the server with tasks: fetches for them, extends their locks, and reports
 * the outcome. The resource adapter calls message-driven beans, this package calls CDI beans.
 *
 * <p>The law: a completion is part of the transaction of the worker that did the work, so that both
 * commit or neither. Everything else may fail at any time; the lock then expires.
 */
package dev.outwork.engine.worker;
