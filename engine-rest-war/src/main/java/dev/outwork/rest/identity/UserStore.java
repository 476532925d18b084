package dev.outwork.rest.identity;

import dev.outwork.rest.format.RestException;

/** What consoles would write to a store of users. The operator's is not the engine's to change. */
final class UserStore {
  private static final int FORBIDDEN = 403;

  private UserStore() {}

  /** The refusal of each such request, whoever sends it. */
  static RestException readOnly() {
    return RestException.invalidRequest(
        FORBIDDEN,
        "Identity service implementation is read-only: users, groups and tenants are those of the"
            + " users file, the tokens or the identity store of the server, and permissions are in"
            + " the file of grants.");
  }
}
