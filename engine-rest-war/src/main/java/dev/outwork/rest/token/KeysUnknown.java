package dev.outwork.rest.token;

/** No token can be checked, because the keys of their issuer have never been read. */
public final class KeysUnknown extends Exception {
  private static final long serialVersionUID = 1L;

  KeysUnknown() {
    super("The keys of bearer tokens cannot be read at present");
  }
}
