/** Process definitions: list and start them (docs/rest-api.md, "Process definitions"). */
package dev.outwork.rest.definition;
