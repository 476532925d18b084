/**
 * Supplies workers inside the server with tasks: fetches for them, keeps their locks alive, and
 * reports what has come of them. Message-driven beans are called by the resource adapter, CDI beans
 * from here.
 *
 * <p>The law: a completion is made in the transaction of the worker that did the work, so that both
 * happen or neither. Everything else may fail at any time; the lock then runs out.
 */
package dev.outwork.engine.worker;
