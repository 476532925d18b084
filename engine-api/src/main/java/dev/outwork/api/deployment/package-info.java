/** Deployments and the process definitions that come from them. */
package dev.outwork.api.deployment;
