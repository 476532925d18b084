package dev.outwork.rest.variable;

import java.util.Map;

/**
 * A value with its type, in either direction.
 *
 * @param type null on the way in if the value speaks for itself
 */
public record VariableValueDto(String type, Object value, Map<String, Object> valueInfo) {}
