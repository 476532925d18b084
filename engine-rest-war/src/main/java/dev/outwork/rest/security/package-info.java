/**
 * Who calls (docs/rest-api.md, "Authentication and tenants"). Names and passwords are checked by
 * Jakarta Security: the operator's file of users is one identity store, and an application that
 * embeds the engine may bring others.
 */
package dev.outwork.rest.security;
