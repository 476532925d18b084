/**
 * The engine without a server: its beans in Weld SE, its transactions by hand, on a real H2 or
 * PostgreSQL, with a clock that tests move.
 */
package dev.outwork.engine.testkit;
