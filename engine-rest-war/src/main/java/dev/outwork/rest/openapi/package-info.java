/** The OpenAPI document, which is generated from the resources at build time. */
package dev.outwork.rest.openapi;
