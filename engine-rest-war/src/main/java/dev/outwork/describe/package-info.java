/**
 * Generates the OpenAPI document from the resources at build time; not part of the archive. Each
 * fact about a resource is stated once, by the resource, and only read here. So a new resource
 * needs no change in this package.
 */
package dev.outwork.describe;
