package dev.outwork.api.deployment;

/**
 * A file to deploy.
 *
 * @param name with the extension that says what it is: {@code .bpmn} or {@code .bpmn20.xml} for a
 *     process, {@code .dmn} or {@code .dmn11.xml} for decisions
 * @param content not copied; must not be changed
 */
public record Resource(String name, byte[] content) {
  /** Whether a file of this name has decisions. */
  public static boolean isDecision(String name) {
    return name.endsWith(".dmn") || name.endsWith(".dmn11.xml");
  }
}
