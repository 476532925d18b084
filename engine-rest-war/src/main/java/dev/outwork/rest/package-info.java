/**
 * The REST API of Camunda 7 over the engine's services. Each feature has its package; {@code
 * format}, {@code variable} and {@code query} serve all of them and know none of them. The engine
 * decides: a resource reads the request, calls one service and writes the answer.
 */
package dev.outwork.rest;
