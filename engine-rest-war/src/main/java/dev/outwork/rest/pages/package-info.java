/**
 * The pages: static files of this archive. A resource serves them, because JAX-RS owns every path
 * below the context root and the server's file servlet never sees one.
 */
package dev.outwork.rest.pages;
