/** Forms under the paths of process definitions and tasks, and as HTML (wire section 6.9). */
package dev.outwork.rest.form;
