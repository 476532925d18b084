package dev.outwork.rest.pages;

/**
 * What the operator has set for the console.
 *
 * @param variables {@code shown} or {@code hidden}
 * @param login whether people log in at a provider
 */
public record ConsoleSettingsDto(String variables, boolean login) {}
