/** Forms of process definitions and tasks, and their HTML (docs/rest-api.md, "Forms"). */
package dev.outwork.rest.form;
