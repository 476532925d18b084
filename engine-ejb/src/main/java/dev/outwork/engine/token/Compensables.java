package dev.outwork.engine.token;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The compensable activities of an instance, as far as a journey knows and changes them. */
public final class Compensables {
  private final List<Compensable> known = new ArrayList<>();
  private final List<Compensable> added = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private Supplier<List<Compensable>> stored;

  /**
   * @param stored those of earlier transactions; read at most once
   */
  Compensables(Supplier<List<Compensable>> stored) {
    this.stored = stored;
  }

  List<Compensable> all() {
    if (stored != null) {
      known.addAll(stored.get());
      stored = null;
    }
    List<Compensable> all = new ArrayList<>(known);
    all.addAll(added);
    return all;
  }

  void add(Compensable compensable) {
    added.add(compensable);
  }

  void remove(Compensable compensable) {
    if (!added.remove(compensable)) {
      known.remove(compensable);
      removed.add(compensable.id());
    }
  }

  public List<Compensable> added() {
    return added;
  }

  /** Ids of removed ones that are in the database. */
  public List<String> removed() {
    return removed;
  }
}
