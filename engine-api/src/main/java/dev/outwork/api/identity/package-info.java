/** The user of a call. The engine stores no users: its caller has authenticated the user. */
package dev.outwork.api.identity;
