/** Compares both sides, each asked for itself. */
package dev.outwork.mover.verifying;
