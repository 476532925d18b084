/**
 * Authentication (docs/rest-api.md, "Authentication and tenants"). Jakarta Security checks names
 * and passwords: the operator's file of users is one identity store, and an embedding application
 * may add others. Bearer tokens are read here, because each server's own mechanism has settings,
 * claims and answers of its own.
 */
package dev.outwork.rest.security;
