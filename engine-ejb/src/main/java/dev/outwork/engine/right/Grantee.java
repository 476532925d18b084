package dev.outwork.engine.right;

/**
 * To whom something is granted.
 *
 * @param name of the group or user
 */
record Grantee(Kind kind, String name) {
  enum Kind {
    GROUP,
    USER
  }

  static Grantee group(String name) {
    return new Grantee(Kind.GROUP, name);
  }

  static Grantee user(String name) {
    return new Grantee(Kind.USER, name);
  }
}
