/** What happened, of running and of ended instances (docs/rest-api.md, "History"). */
package dev.outwork.rest.history;
