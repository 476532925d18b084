/** Health of a node: not only whether it responds, but whether it has what it needs. */
package dev.outwork.api.health;
