package dev.outwork.rest.settings;

/** Whether a proxy stands between that hides for a while that its client has gone. */
public enum BehindProxy {
  /** Whoever shows that it comes through one. */
  AUTO,
  /** Every caller, also through a proxy that does not show. */
  ALWAYS,
  /** Nobody: there is none, or it ends its own connection at once. */
  NEVER
}
