/** User tasks (docs/rest-api.md, "User tasks"). */
package dev.outwork.rest.task;
