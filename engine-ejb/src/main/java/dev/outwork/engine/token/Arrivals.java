package dev.outwork.engine.token;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Ids;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens on their way, in the order in which they arrive at their nodes. */
final class Arrivals {
  private final Deque<Activity> arriving = new ArrayDeque<>();

  /** The next token that has to enter its node. */
  Optional<Activity> next() {
    return Optional.ofNullable(arriving.poll());
  }

  boolean any() {
    return !arriving.isEmpty();
  }

  /**
   * Sends tokens on their way; the first of them arrives first, before all that are already on
   * their way.
   */
  void send(List<Activity> tokens) {
    List<Activity> lastFirst = new ArrayList<>(tokens);
    Collections.reverse(lastFirst);
    lastFirst.forEach(arriving::push);
  }

  /** Sends a token on its way after all that are already on their way. */
  void sendLast(Activity token) {
    arriving.addLast(token);
  }

  /** A token for an element, not sent yet. */
  static Activity token(Activity scope, String elementId, Map<String, TypedValue> locals) {
    return token(scope, elementId, locals, null, null);
  }

  /** {@code thrownBy} and {@code flowId} as in {@link Activity.Stored}. */
  static Activity token(
      Activity scope,
      String elementId,
      Map<String, TypedValue> locals,
      String thrownBy,
      String flowId) {
    Running running = scope.running();
    Activity token =
        Activity.arriving(
            running,
            running.model().node(elementId),
            new Activity.Stored(
                Ids.next(), elementId, scope.id(), Activity.Phase.ARRIVING, thrownBy, flowId));
    running.activities().add(token);
    running.variables().begin(token.id());
    running.variables().setAllLocal(token.id(), locals);
    return token;
  }
}
