/** History of running and ended instances (docs/rest-api.md, "History"). */
package dev.outwork.rest.history;
