/** Jobs: what the engine does by itself, in a transaction of its own, once it is due. */
package dev.outwork.api.job;
