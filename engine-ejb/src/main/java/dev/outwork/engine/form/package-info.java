/**
 * Forms: shows what a start event or a user task asks for, checks and converts what was filled in.
 *
 * <p>Nothing is kept of a form: its fields are in the model, what is filled in becomes variables. A
 * value is checked as it was sent and stored in the type of its field, as in Camunda 7. No code is
 * called to check it.
 */
package dev.outwork.engine.form;
