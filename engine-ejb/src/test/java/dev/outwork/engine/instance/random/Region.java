package dev.outwork.engine.instance.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An activity or a scope that is under way: what is in it ends with it. */
final class Region {
  /** Prefix of the variables that tell the instances of multi-instance activities apart. */
  static final String INDEX = "index_";

  private final Region outer;
  private final String id;
  private final SortedMap<String, Integer> indexes;
  private final Consumer<Region> whenEmpty;
  private final List<Region> inside = new ArrayList<>();
  private final List<Catcher> catchers = new ArrayList<>();
  private final List<String> undoing = new ArrayList<>();
  private boolean keepsWhatWasDone = true;
  private boolean hasEnded;
  private int tokens;

  /**
   * What catches an error.
   *
   * @param code empty for every error
   */
  record Catcher(String eventId, String code, Runnable then) {}

  private Region(
      Region outer, String id, SortedMap<String, Integer> indexes, Consumer<Region> whenEmpty) {
    this.outer = outer;
    this.id = id;
    this.indexes = indexes;
    this.whenEmpty = whenEmpty;
    if (outer != null) {
      outer.inside.add(this);
    }
  }

  static Region outermost() {
    return new Region(null, "", new TreeMap<>(), any -> {});
  }

  Region inside(String innerId) {
    return new Region(this, innerId, indexes, any -> {});
  }

  /** One instance of a multi-instance activity. */
  Region inside(String innerId, String index, int number) {
    SortedMap<String, Integer> all = new TreeMap<>(indexes);
    all.put(index, number);
    return new Region(this, innerId, all, any -> {});
  }

  /** Where tokens are; the last one that ends is followed by what is told. */
  Region scope(Consumer<Region> whenLastTokenHasEnded) {
    return new Region(this, "", indexes, whenLastTokenHasEnded);
  }

  void tokenBegins() {
    tokens++;
  }

  void tokenEnds() {
    tokens--;
    if (tokens == 0) {
      whenEmpty.accept(this);
    }
  }

  boolean isAlive() {
    return !hasEnded && (outer == null || outer.isAlive());
  }

  /** Takes it away with all that is inside. */
  void end() {
    hasEnded = true;
  }

  /** Takes away all that is inside. */
  void endInside() {
    inside.forEach(Region::end);
    tokens = 0;
  }

  /** It is completed: what was done inside can be undone from outside. */
  void isDone() {
    end();
    if (outer != null && outer.keepsWhatWasDone) {
      outer.undoing.addAll(undoing);
    }
  }

  void forgetsWhatWasDone() {
    keepsWhatWasDone = false;
  }

  /** There is something to undo, by a task of this key. */
  void canUndo(String key) {
    undoing.add(key);
  }

  /** Everything that can be undone, once. */
  List<String> undo() {
    List<String> all = List.copyOf(undoing);
    undoing.clear();
    return all;
  }

  void catches(String eventId, String code, Runnable then) {
    catchers.add(new Catcher(eventId, code, then));
  }

  /** What catches an error that comes from in here. */
  Optional<Catcher> catcherOf(String code) {
    return catcherOf(code, "");
  }

  // An event sub-process does not catch what comes out of itself.
  private Optional<Catcher> catcherOf(String code, String cameFrom) {
    return catcher(code, cameFrom)
        .or(() -> catcher("", cameFrom))
        .or(() -> Optional.ofNullable(outer).flatMap(region -> region.catcherOf(code, id)));
  }

  private Optional<Catcher> catcher(String code, String cameFrom) {
    return catchers.stream()
        .filter(each -> each.code().equals(code) && !each.eventId().equals(cameFrom))
        .findFirst();
  }

  /** Tells an element apart from the same one in other instances. */
  String key(String elementId) {
    StringBuilder key = new StringBuilder(elementId);
    indexes.values().forEach(index -> key.append('-').append(index));
    return key.toString();
  }
}
