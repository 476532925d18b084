/** What happened, of running and of ended instances (wire section 6.7). */
package dev.outwork.rest.history;
