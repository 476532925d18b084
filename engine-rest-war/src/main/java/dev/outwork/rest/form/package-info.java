/**
 * Forms under the paths of process definitions and tasks, and as HTML (docs/rest-api.md, "Forms").
 */
package dev.outwork.rest.form;
