package dev.outwork.api.deployment;

/**
 * A file to deploy.
 *
 * @param name its extension determines its type: {@code .bpmn} or {@code .bpmn20.xml} for
 *     processes, {@code .dmn} or {@code .dmn11.xml} for decisions
 * @param content not copied; must not be changed
 */
public record Resource(String name, byte[] content) {
  /** Whether the name is that of a DMN file. */
  public static boolean isDecision(String name) {
    return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
  }
}
