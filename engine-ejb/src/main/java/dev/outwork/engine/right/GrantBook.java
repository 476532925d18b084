package dev.outwork.engine.right;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All grants of one version of the file. Immutable, but for what it remembers. */
final class GrantBook {
  /** Tokens may name any number of users; those who call are few. */
  static final int MOST_CALLERS = 10_000;

  private final Map<Grantee, List<Grant>> grants = new HashMap<>();
  private final Map<Caller, Rights> known = new ConcurrentHashMap<>();

  private record Caller(String name, Set<String> groups) {}

  GrantBook(Collection<GrantLine> lines) {
    lines.forEach(
        line -> grants.computeIfAbsent(line.to(), any -> new ArrayList<>()).addAll(line.grants()));
  }

  /** What a user may do, alone and as a member of groups. */
  Rights of(String name, Set<String> groups) {
    if (known.size() >= MOST_CALLERS) {
      known.clear();
    }
    return known.computeIfAbsent(new Caller(name, groups), this::compiled);
  }

  private Rights compiled(Caller caller) {
    return Rights.of(
        Stream.concat(
                Stream.of(Grantee.user(caller.name())),
                caller.groups().stream().map(Grantee::group))
            .flatMap(to -> grants.getOrDefault(to, List.of()).stream())
            .toList());
  }
}
