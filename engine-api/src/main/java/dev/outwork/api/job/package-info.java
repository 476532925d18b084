/** Jobs: work that the engine does by itself, each in a transaction of its own, once it is due. */
package dev.outwork.api.job;
