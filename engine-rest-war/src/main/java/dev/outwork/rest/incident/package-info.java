/** Open incidents (wire section 6.6). */
package dev.outwork.rest.incident;
