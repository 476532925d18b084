/** Forms of start events and user tasks, and their submission. */
package dev.outwork.api.form;
