package dev.outwork.rest.pages;

import java.util.List;
import java.util.Map;

/**
 * What the operator has set for the console, and what its user may do.
 *
 * @param variables {@code shown} or {@code hidden}
 * @param login whether people log in at a provider
 * @param user null if nobody has logged in
 * @param may by kind of thing and verb, the names of the things, exact or as a prefix followed by
 *     {@code *}; null if the user may do everything
 */
public record ConsoleSettingsDto(
    String variables, boolean login, String user, Map<String, Map<String, List<String>>> may) {}
