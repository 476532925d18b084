/**
 * Lists, counts, pages and sorting for every kind of element (docs/rest-api.md, "Lists").
 *
 * <p>The engine's enums define filters and sort keys; this package only reads them from query
 * parameters or a JSON body. A filter that Camunda 7 has but the engine does not support is refused
 * by name and never ignored.
 */
package dev.outwork.rest.query;
