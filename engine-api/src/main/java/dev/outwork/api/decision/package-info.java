/** Decisions of DMN: what is deployed, and evaluating it. */
package dev.outwork.api.decision;
