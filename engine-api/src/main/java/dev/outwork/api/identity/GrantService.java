package dev.outwork.api.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the caller may do, for pages that offer only that (docs/security.md, "What it may"). */
public interface GrantService {
  /**
   * What the grants let the user of this thread do: by kind of thing ({@code topic}, {@code
   * process}) and by verb ({@code read}, {@code operate}), the names of the things; each is exact,
   * or a prefix followed by {@code *}.
   *
   * @return empty if the user may do everything
   */
  Optional<Map<String, Map<String, List<String>>>> grantsOfCaller();
}
