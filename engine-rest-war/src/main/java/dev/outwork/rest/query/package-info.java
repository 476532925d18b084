/**
 * Lists, counts, pages and sorting, the same for every kind of thing (docs/rest-api.md, "Lists").
 *
 * <p>What a list can be asked for stands in the engine's enums; here is only how it is said, in a
 * query string or in a JSON body. A condition that the API knows but the engine cannot honour is
 * refused by name and never ignored.
 */
package dev.outwork.rest.query;
