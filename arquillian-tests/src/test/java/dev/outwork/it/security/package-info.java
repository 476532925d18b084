/** An engine that its operator has set up: with users, with named origins, by the launcher. */
package dev.outwork.it.security;
