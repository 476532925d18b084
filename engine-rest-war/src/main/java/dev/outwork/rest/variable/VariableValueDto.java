package dev.outwork.rest.variable;

import java.util.Map;

/**
 * A value with its type, in requests and responses.
 *
 * @param type null in a request to derive it from the value
 */
public record VariableValueDto(String type, Object value, Map<String, Object> valueInfo) {}
