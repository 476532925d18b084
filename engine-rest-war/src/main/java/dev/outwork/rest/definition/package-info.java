/** Process definitions: look at them, start them (wire section 6.2). */
package dev.outwork.rest.definition;
