package dev.outwork.mover.moving;

import dev.outwork.mover.converting.JavaValues;

/**
 * What of a slice comes over.
 *
 * @param codeBecomesTopics whether definitions with code come, whose code becomes the work of
 *     topics
 */
public record WhatGoes(JavaValues javaValues, boolean codeBecomesTopics, HistoryChoice history) {}
