/** Deployments and their process definitions. */
package dev.outwork.api.deployment;
