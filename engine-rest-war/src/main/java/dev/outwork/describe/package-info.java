/**
 * Writes the OpenAPI document of the resources while they are built; not in the archive. What is
 * true of a resource is said once, by the resource: here is only how to read it. So a new resource
 * needs no line in this package.
 */
package dev.outwork.describe;
