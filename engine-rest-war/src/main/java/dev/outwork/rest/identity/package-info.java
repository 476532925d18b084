/**
 * What consoles made for Camunda 7 ask about users (docs/rest-api.md, "Users"): whether a name and
 * a password are right, who the caller is and what it may, and lists of what the engine does not
 * keep, which are empty. What would write to a store of users is refused.
 */
package dev.outwork.rest.identity;
