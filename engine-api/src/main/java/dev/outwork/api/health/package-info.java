/** Whether a node is well: not only that it answers, but that it has what it needs. */
package dev.outwork.api.health;
