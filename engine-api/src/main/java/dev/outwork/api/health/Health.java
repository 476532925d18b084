package dev.outwork.api.health;

/**
 * The health of a node whose database answers.
 *
 * @param hints whether the node receives hints of work on other nodes
 */
public record Health(Hints hints) {
  /** Whether the node receives the hints of other nodes that there is work. */
  public enum Hints {
    /** Hints arrive. A hanging connection is detected after 35 seconds. */
    HEARD,
    /**
     * Hints do not arrive: tasks that other nodes create are found within a second. The log tells
     * the reason.
     */
    NOT_HEARD,
    /** The database serves this node only. */
    NOT_NEEDED
  }
}
