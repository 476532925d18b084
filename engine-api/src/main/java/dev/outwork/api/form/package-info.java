/** Forms: what a start event or a user task asks of a person, and what the person has filled in. */
package dev.outwork.api.form;
