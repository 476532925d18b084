/** Which engines there are, which version they speak, and the second prefix of every path. */
package dev.outwork.rest.engine;
