/**
 * Signed JSON Web Tokens of an identity provider: those of workers, and those with which a provider
 * tells who has logged in. They are read here, because each server's own mechanism has settings,
 * claims and answers of its own.
 */
package dev.outwork.rest.token;
