package dev.outwork.engine.right;

import java.util.Locale;

/** What somebody may do. */
public enum Verb {
  /** Lock external tasks, and get their variables. */
  FETCH,
  /** Complete an external task, fail it, raise an error, extend its lock or release it. */
  REPORT,
  /** See something, alone and in lists and counts. */
  READ,
  /** Start, change, suspend, delete. */
  OPERATE,
  /** Deploy, and delete deployments. */
  DEPLOY,
  /** See the grants. */
  GRANT;

  /** As in the file. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
