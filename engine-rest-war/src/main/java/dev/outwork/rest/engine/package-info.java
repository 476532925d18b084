/** Engines, the API version, and the second prefix of every path. */
package dev.outwork.rest.engine;
