package dev.outwork.rest.pages;

/**
 * What the operator has set for the console.
 *
 * @param variables {@code shown} or {@code hidden}
 */
public record ConsoleSettingsDto(String variables) {}
