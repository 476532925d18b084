/** Process definitions: list and start them (wire section 6.2). */
package dev.outwork.rest.definition;
