package dev.outwork.rest.event;

import dev.outwork.rest.variable.VariableValueDto;
import java.util.Map;

/**
 * A signal, and whom it is meant for.
 *
 * @param executionId null for everybody who listens
 */
public record SignalDto(
    String name,
    String executionId,
    Map<String, VariableValueDto> variables,
    String tenantId,
    boolean withoutTenantId) {}
