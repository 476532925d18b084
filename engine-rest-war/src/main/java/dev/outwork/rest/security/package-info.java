/**
 * Authentication (docs/rest-api.md, "Authentication and tenants"). Jakarta Security checks names
 * and passwords: the operator's file of users is one identity store, and an embedding application
 * may add others. Bearer tokens and sessions of people are understood beside them.
 */
package dev.outwork.rest.security;
