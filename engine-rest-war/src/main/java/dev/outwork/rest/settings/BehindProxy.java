package dev.outwork.rest.settings;

/** Whether a proxy may hide for a while that its client has disconnected. */
public enum BehindProxy {
  /** Callers that show signs of a proxy. */
  AUTO,
  /** Every caller, also behind a proxy that leaves no sign. */
  ALWAYS,
  /** No caller: there is no proxy, or it closes its own connection at once. */
  NEVER
}
