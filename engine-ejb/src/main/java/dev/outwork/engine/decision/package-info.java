/**
 * Deployed decisions: evaluated for processes and clients; each evaluation is stored with its
 * inputs and outputs.
 */
package dev.outwork.engine.decision;
