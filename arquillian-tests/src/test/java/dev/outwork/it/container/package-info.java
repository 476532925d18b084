/** The engine as beans of the same application see it. */
package dev.outwork.it.container;
