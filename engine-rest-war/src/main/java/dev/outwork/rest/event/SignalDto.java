package dev.outwork.rest.event;

import dev.outwork.rest.variable.VariableValueDto;
import java.util.Map;

/**
 * A signal and its receivers.
 *
 * @param executionId null for all subscribers
 */
public record SignalDto(
    String name,
    String executionId,
    Map<String, VariableValueDto> variables,
    String tenantId,
    boolean withoutTenantId) {}
