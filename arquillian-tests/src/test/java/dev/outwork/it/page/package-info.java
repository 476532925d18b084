/** The pages that the application serves, in a real browser. */
package dev.outwork.it.page;
