/**
 * The pages: static files of this archive. They are served here, because JAX-RS owns every path
 * below the context root and a server's own file servlet never sees one.
 */
package dev.outwork.rest.pages;
