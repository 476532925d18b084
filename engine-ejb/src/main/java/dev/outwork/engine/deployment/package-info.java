/**
 * Deployments and process definitions.
 *
 * <p>A model is read once at deployment, so that nothing is deployed that cannot be executed, and
 * once on each node that executes it; a definition never changes, so the node caches its model
 * forever.
 */
package dev.outwork.engine.deployment;
