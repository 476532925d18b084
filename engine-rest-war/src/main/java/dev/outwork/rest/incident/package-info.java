/** Open incidents (docs/rest-api.md, "Incidents"). */
package dev.outwork.rest.incident;
