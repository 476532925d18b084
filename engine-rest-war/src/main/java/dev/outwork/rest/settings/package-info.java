/** What an operator can set of the wire, by MicroProfile Config. */
package dev.outwork.rest.settings;
