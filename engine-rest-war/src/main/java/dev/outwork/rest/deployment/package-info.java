/** Deployments: a form with files in, definitions out (wire section 6.1). */
package dev.outwork.rest.deployment;
