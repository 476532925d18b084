/**
 * The wire: Camunda 7's REST API over the engine's services. Each feature has its package; {@code
 * wire}, {@code variable} and {@code query} serve them all and know none of them. Nothing is
 * decided here that the engine could decide: a resource reads, calls one service and writes.
 */
package dev.outwork.rest;
