package dev.outwork.engine.right;

import static dev.outwork.engine.right.Verb.DEPLOY;
import static dev.outwork.engine.right.Verb.FETCH;
import static dev.outwork.engine.right.Verb.GRANT;
import static dev.outwork.engine.right.Verb.OPERATE;
import static dev.outwork.engine.right.Verb.READ;
import static dev.outwork.engine.right.Verb.REPORT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of things that grants name, and the verbs that each has. */
public enum Thing {
  /** External tasks, by the name of their topic. */
  TOPIC(FETCH, REPORT, READ, OPERATE),
  /** Process definitions with all that belongs to them, by their key. */
  PROCESS(READ, OPERATE),
  /** Decision definitions, by their key. */
  DECISION(READ, OPERATE),
  /** Where deployments go; the empty name stands for no tenant. */
  TENANT(DEPLOY),
  /** The grants themselves, which have no names. */
  GRANTS(GRANT),
  /** The work of the engine in numbers, which has no names. */
  METRICS(READ);

  private final List<Verb> verbs;

  Thing(Verb... verbs) {
    this.verbs = List.of(verbs);
  }

  /** What can be done with it. */
  List<Verb> verbs() {
    return verbs;
  }

  /** The kinds that follow {@code on} in the file. */
  static List<Thing> named() {
    return List.of(TOPIC, PROCESS, DECISION);
  }

  static Optional<Thing> named(String word) {
    return named().stream().filter(thing -> thing.toString().equals(word)).findFirst();
  }

  static Stream<Thing> all() {
    return Stream.of(values());
  }

  /** As in the file. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
