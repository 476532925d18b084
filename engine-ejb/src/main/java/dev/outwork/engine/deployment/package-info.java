/**
 * Deployments and process definitions.
 *
 * <p>A model is read once when it is deployed, so that nothing is deployed that cannot be executed,
 * and once on each node that executes it; a definition never changes, so the node keeps its model
 * for good.
 */
package dev.outwork.engine.deployment;
