/** The operator's settings of the REST API, by MicroProfile Config. */
package dev.outwork.rest.settings;
