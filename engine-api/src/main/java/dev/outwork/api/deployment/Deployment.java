package dev.outwork.api.deployment;

import java.time.Instant;

/**
 * Resources that were deployed together.
 *
 * @param name may be null
 * @param source may be null
 * @param tenantId may be null
 */
public record Deployment(
    String id, String name, String source, Instant deploymentTime, String tenantId) {}
