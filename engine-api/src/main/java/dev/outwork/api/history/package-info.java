/** History of running and ended instances. */
package dev.outwork.api.history;
