/** History of running and ended instances (wire section 6.7). */
package dev.outwork.rest.history;
