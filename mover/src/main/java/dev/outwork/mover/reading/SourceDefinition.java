package dev.outwork.mover.reading;

/**
 * One version of a definition in the source.
 *
 * @param name null if it has none, as {@code versionTag} and {@code tenantId}
 */
public record SourceDefinition(
    DefinitionKind kind,
    String id,
    String key,
    int version,
    String name,
    String versionTag,
    String tenantId,
    SourceResource resource) {
  /** The file that it was deployed in. */
  public record SourceResource(String deploymentId, String name) {}
}
