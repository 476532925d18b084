package dev.outwork.api.health;

/**
 * How a node is whose database answers.
 *
 * @param hints what it hears of the other nodes' work
 */
public record Health(Hints hints) {
  /** Whether other nodes' hints arrive, which tell that there is work. */
  public enum Hints {
    /** They arrive. A connection that hangs is noticed after 35 seconds. */
    HEARD,
    /** They do not: what other nodes create is found within a second. The log says why. */
    NOT_HEARD,
    /** The database has this node alone. */
    NOT_NEEDED
  }
}
