package dev.outwork.engine.token.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A running activity or scope: its contents end with it. */
final class Region {
  /** Prefix of the variables that tell the instances of multi-instance activities apart. */
  static final String INDEX = "index_";

  private static final Runnable NOTHING = () -> {};

  private final Region outer;
  private final String id;
  private final SortedMap<String, Integer> indexes;
  private final Runnable whenEmpty;
  private final List<Region> inside = new ArrayList<>();
  private final List<Catcher> catchers = new ArrayList<>();

  /** Keys of the tasks that undo what was done; that of a scope is the one of its content. */
  private List<String> undoing = new ArrayList<>();

  private boolean hasEnded;
  private int tokens;

  /**
   * An event that catches what is thrown inside.
   *
   * @param happening what happens at once; it gives what follows
   */
  record Catcher(Event event, Supplier<Runnable> happening) {
    Runnable happen() {
      return happening.get();
    }
  }

  private Region(Region outer, String id, SortedMap<String, Integer> indexes, Runnable whenEmpty) {
    this.outer = outer;
    this.id = id;
    this.indexes = indexes;
    this.whenEmpty = whenEmpty;
    if (outer != null) {
      outer.inside.add(this);
    }
  }

  static Region outermost() {
    return new Region(null, "", new TreeMap<>(), NOTHING);
  }

  Region inside(String innerId) {
    return new Region(this, innerId, indexes, NOTHING);
  }

  /** One instance of a multi-instance activity. */
  Region inside(String innerId, String index, int number) {
    SortedMap<String, Integer> all = new TreeMap<>(indexes);
    all.put(index, number);
    return new Region(this, innerId, all, NOTHING);
  }

  /** The scope of this activity; when its last token has ended, {@code then} follows. */
  Region scope(Runnable then) {
    Region scope = new Region(this, "", indexes, then);
    scope.undoing = undoing;
    scope.beginContent();
    return scope;
  }

  /** Where the tokens of this scope are. */
  Region content() {
    return inside.get(inside.size() - 1);
  }

  private void beginContent() {
    Region content = new Region(this, "", indexes, NOTHING);
    content.undoing = undoing;
  }

  void tokenBegins() {
    outer.tokens++;
  }

  void tokenEnds() {
    if (!isAlive()) {
      return;
    }
    outer.tokens--;
    if (outer.tokens == 0) {
      outer.end();
      outer.whenEmpty.run();
    }
  }

  boolean isAlive() {
    return !hasEnded && (outer == null || outer.isAlive());
  }

  /** Takes it away with all that is inside. */
  void end() {
    hasEnded = true;
  }

  /** Cancels all tokens of this scope, which continues with others. */
  void endContent() {
    content().end();
    tokens = 0;
    beginContent();
  }

  /** It is completed before what follows: what was done inside can be undone from outside. */
  Runnable endingBefore(Runnable then) {
    return () -> {
      if (isAlive()) {
        end();
        outer.undoing.addAll(undoing);
        then.run();
      }
    };
  }

  /** The work here can be compensated by a task of this key, and not by anything inside. */
  void canBeUndoneBy(String key) {
    undoing.clear();
    undoing.add(key);
  }

  /** Everything that can be undone, once. */
  List<String> undo() {
    List<String> all = List.copyOf(undoing);
    undoing.clear();
    return all;
  }

  void catches(Event event, Supplier<Runnable> happening) {
    catchers.add(new Catcher(event, happening));
  }

  /** The event that catches something thrown in here. */
  Optional<Catcher> catcherOf(Event.Kind kind, String code) {
    return catcherOf(kind, code, "");
  }

  // An event sub-process does not catch what comes out of itself.
  private Optional<Catcher> catcherOf(Event.Kind kind, String code, String cameFrom) {
    List<Catcher> fitting =
        catchers.stream()
            .filter(each -> each.event().kind() == kind && !each.event().id().equals(cameFrom))
            .toList();
    String passed = id.isEmpty() ? cameFrom : id;
    return withCode(fitting, code)
        .or(() -> withCode(fitting, ""))
        .or(() -> Optional.ofNullable(outer).flatMap(next -> next.catcherOf(kind, code, passed)));
  }

  private static Optional<Catcher> withCode(List<Catcher> catchers, String code) {
    return catchers.stream().filter(each -> each.event().code().equals(code)).findFirst();
  }

  /** Tells an element apart from the same one in other instances. */
  String key(String elementId) {
    StringBuilder key = new StringBuilder(elementId);
    indexes.values().forEach(index -> key.append('-').append(index));
    return key.toString();
  }
}
