package dev.outwork.rest.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests that this node has refused because of who sent them. */
@ApplicationScoped
public class RefusedRequests {
  private final LongAdder[] counts =
      Arrays.stream(Reason.values()).map(reason -> new LongAdder()).toArray(LongAdder[]::new);

  /** Why a request is refused; docs/operations.md, "Metrics", explains them. */
  enum Reason {
    NO_LOGIN,
    WRONG_PASSWORD,
    SLOWED_DOWN,
    INVALID_TOKEN,
    KEYS_UNKNOWN,
    OTHER_PAGE
  }

  void count(Reason reason) {
    counts[reason.ordinal()].increment();
  }

  /** Their numbers by reason, in lower case, since the start of the node. */
  public Map<String, Long> byReason() {
    Map<String, Long> byReason = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      byReason.put(reason.name().toLowerCase(Locale.ROOT), counts[reason.ordinal()].sum());
    }
    return byReason;
  }
}
