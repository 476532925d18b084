/**
 * Shows a report as text, JSON or HTML. Names in a source are foreign texts: the page escapes all
 * of them and has no script, the terminal gets no control characters.
 */
package dev.outwork.mover.showing;
