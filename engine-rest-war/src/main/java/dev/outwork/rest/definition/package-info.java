/** Process definitions: look at them, start them (docs/rest-api.md, "Process definitions"). */
package dev.outwork.rest.definition;
