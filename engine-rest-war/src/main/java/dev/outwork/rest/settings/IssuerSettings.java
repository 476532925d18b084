package dev.outwork.rest.settings;

import java.util.List;
import java.util.Optional;

/**
 * Settings that belong to an issuer. Without it none of the others may be set: the API would be
 * open to all although its operator believes that callers log in.
 *
 * @param issuer the name of the setting of the issuer
 * @param others the names of the other ones
 */
record IssuerSettings(String issuer, List<String> others) {
  /** The issuer; empty if nothing is configured. */
  Optional<String> read() {
    Optional<String> found = text(issuer);
    if (found.isEmpty()) {
      others.forEach(this::refuse);
    }
    return found;
  }

  private void refuse(String name) {
    if (text(name).isPresent()) {
      throw missing(name, issuer);
    }
  }

  String required(String name) {
    return text(name).orElseThrow(() -> missing(issuer, name));
  }

  Optional<String> text(String name) {
    return RestSettings.value(name).map(String::strip);
  }

  private static IllegalStateException missing(String name, String needed) {
    return new IllegalStateException("%s needs %s, too".formatted(name, needed));
  }
}
