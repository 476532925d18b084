/** The servers that the tests run against, and how they talk to them. */
package dev.outwork.it.server;
