/** The description of the API, which is made from the resources when they are built. */
package dev.outwork.rest.openapi;
