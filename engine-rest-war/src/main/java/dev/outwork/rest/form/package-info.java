/** Forms of process definitions and tasks, and their HTML (wire section 6.9). */
package dev.outwork.rest.form;
