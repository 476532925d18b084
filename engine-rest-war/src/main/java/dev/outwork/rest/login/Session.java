package dev.outwork.rest.login;

import dev.outwork.rest.token.TokenReader.Bearer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who has logged in, as the provider said then. */
public record Session(String name, Set<String> groups, Set<String> tenants) {
  private static final String NAME = "name";
  private static final String GROUPS = "groups";
  private static final String TENANTS = "tenants";

  static Session of(Bearer bearer) {
    return new Session(bearer.name(), bearer.groups(), bearer.tenants());
  }

  static Session of(Map<String, Object> claims) {
    return new Session((String) claims.get(NAME), names(claims, GROUPS), names(claims, TENANTS));
  }

  Map<String, Object> claims() {
    return Map.of(
        NAME,
        name,
        GROUPS,
        new TreeSet<>(groups).stream().toList(),
        TENANTS,
        new TreeSet<>(tenants).stream().toList());
  }

  private static Set<String> names(Map<String, Object> claims, String name) {
    return ((Collection<?>) claims.get(name))
        .stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
  }
}
