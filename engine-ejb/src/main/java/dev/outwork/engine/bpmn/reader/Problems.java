package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of a document, so that its author sees all of them at once. */
public final class Problems {
  /** More are useless to a reader, and a document can be made to have a hundred thousand. */
  static final int MOST = 200;

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  // A set, because some elements are read more than once.
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();
  private final Set<Element> elements = new HashSet<>();

  private final boolean isDeployed;

  /** For a document to be deployed. */
  public Problems() {
    this(false);
  }

  private Problems(boolean isDeployed) {
    this.isDeployed = isDeployed;
  }

  /** For a deployed document, which an earlier version may have accepted. */
  public static Problems ofDeployed() {
    return new Problems(true);
  }

  /** For the document as a whole. */
  public void add(Place place, String sentence) {
    add(place, sentence, List.of());
  }

  /** For elements that the sentence names. */
  public void add(Place place, String sentence, List<String> elementIds) {
    add(new Problem(sentence, place.line(), place.column(), elementIds));
  }

  /** {@code predicate} follows the name of the element: "is not supported". */
  void add(Element element, String predicate, Element... others) {
    elements.add(element);
    add(problem(element, predicate, others));
  }

  /** For content that earlier versions accepted: only new documents are refused. */
  void addUnlessDeployed(Element element, String predicate) {
    if (!isDeployed) {
      add(element, predicate);
    }
  }

  /** For constructs that can be executed, but may not do what their author expects. */
  void warn(Element element, String predicate, Element... others) {
    if (warnings.size() < MOST) {
      warnings.add(problem(element, predicate, others));
    }
  }

  private static Problem problem(Element element, String predicate, Element... others) {
    List<String> ids = new ArrayList<>();
    element.nearestId().ifPresent(ids::add);
    for (Element other : others) {
      other.nearestId().filter(id -> !ids.contains(id)).ifPresent(ids::add);
    }
    String sentence = element.sentenceStart() + " " + predicate;
    return new Problem(sentence, element.place().line(), element.place().column(), ids);
  }

  private void add(Problem problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    }
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Whether this element already has a problem. */
  boolean concern(Element element) {
    return elements.contains(element);
  }

  /** Throws {@link ParseException} with all problems. */
  public void throwIfAny(String resourceName) {
    if (!problems.isEmpty()) {
      throw new ParseException(
          resourceName, problems.stream().sorted(BY_PLACE).toList(), warnings());
    }
  }

  /** In document order. */
  List<Problem> warnings() {
    return warnings.stream().sorted(BY_PLACE).toList();
  }
}
