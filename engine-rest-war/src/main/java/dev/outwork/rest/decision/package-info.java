/** Decisions: what is deployed, and evaluating it. */
package dev.outwork.rest.decision;
