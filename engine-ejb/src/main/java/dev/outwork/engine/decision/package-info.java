/**
 * Decisions that are deployed: they are evaluated for a process or for a caller, and each
 * evaluation is kept with what it was given and what it has yielded.
 */
package dev.outwork.engine.decision;
