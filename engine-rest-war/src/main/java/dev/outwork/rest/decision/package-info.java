/** Decisions: deployed definitions and their evaluation. */
package dev.outwork.rest.decision;
