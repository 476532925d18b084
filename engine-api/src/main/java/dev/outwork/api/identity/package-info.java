/**
 * Who calls the engine. The engine keeps no users: it is told by whoever has asked for a name and a
 * password.
 */
package dev.outwork.api.identity;
