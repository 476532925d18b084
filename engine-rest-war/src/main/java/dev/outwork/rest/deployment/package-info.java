/** Deployments: a form with files in, definitions out (docs/rest-api.md, "Deployments"). */
package dev.outwork.rest.deployment;
