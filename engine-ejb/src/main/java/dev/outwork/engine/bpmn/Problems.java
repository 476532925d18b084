package dev.outwork.engine.bpmn;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a document, collected so that its author sees all of it at once. */
final class Problems {
  /** More are of no use to a reader, and a document can be made to have a hundred thousand. */
  static final int MOST = 200;

  private final List<Problem> problems = new ArrayList<>();
  private final Set<Element> elements = new HashSet<>();

  /** Of the document as a whole. */
  void add(Place place, String sentence) {
    add(new Problem(sentence, place.line(), place.column(), List.of()));
  }

  /** {@code predicate} goes on from the name of the element: "is not supported". */
  void add(Element element, String predicate, Element... others) {
    List<String> ids = new ArrayList<>();
    element.nearestId().ifPresent(ids::add);
    for (Element other : others) {
      other.nearestId().filter(id -> !ids.contains(id)).ifPresent(ids::add);
    }
    elements.add(element);
    String sentence = element.sentenceStart() + " " + predicate;
    add(new Problem(sentence, element.place().line(), element.place().column(), ids));
  }

  private void add(Problem problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    }
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Whether something is already known to be wrong with this very element. */
  boolean concern(Element element) {
    return elements.contains(element);
  }

  void throwIfAny(String resourceName) {
    if (problems.isEmpty()) {
      return;
    }
    Comparator<Problem> byPlace =
        Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);
    throw new ParseException(resourceName, problems.stream().sorted(byPlace).toList());
  }
}
