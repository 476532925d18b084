/**
 * What consoles made for Camunda 7 ask about users (docs/rest-api.md, "Users"): whether a name and
 * a password are right, and lists of what the engine does not keep, which are empty.
 */
package dev.outwork.rest.identity;
