/**
 * Forms: shows the form of a start event or a user task, validates and converts its submission.
 *
 * <p>A form is not stored: its fields are in the model, its values become variables. A value is
 * validated as submitted and stored in the type of its field, as in Camunda 7. No code is called
 * for validation.
 */
package dev.outwork.engine.form;
