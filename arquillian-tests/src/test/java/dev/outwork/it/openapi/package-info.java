/**
 * Tests made from the OpenAPI document that the server serves: what it says is tried on every call,
 * so a new call is tested without a line here.
 */
package dev.outwork.it.openapi;
