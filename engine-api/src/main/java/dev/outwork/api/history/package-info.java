/** What happened, of running and of ended instances. */
package dev.outwork.api.history;
