package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a document, collected so that its author sees all of it at once. */
public final class Problems {
  /** More are of no use to a reader, and a document can be made to have a hundred thousand. */
  static final int MOST = 200;

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  // What is read more than once is told once.
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();
  private final Set<Element> elements = new HashSet<>();

  private final boolean isDeployed;

  /** Of a document that is to be deployed. */
  public Problems() {
    this(false);
  }

  private Problems(boolean isDeployed) {
    this.isDeployed = isDeployed;
  }

  /** Of a document that was deployed, perhaps by an earlier version. */
  public static Problems ofDeployed() {
    return new Problems(true);
  }

  /** Of the document as a whole. */
  public void add(Place place, String sentence) {
    add(place, sentence, List.of());
  }

  /** Of elements that the sentence names. */
  public void add(Place place, String sentence, List<String> elementIds) {
    add(new Problem(sentence, place.line(), place.column(), elementIds));
  }

  /** {@code predicate} goes on from the name of the element: "is not supported". */
  void add(Element element, String predicate, Element... others) {
    elements.add(element);
    add(problem(element, predicate, others));
  }

  /** Of what earlier versions have taken: only a new document is refused for it. */
  void addUnlessDeployed(Element element, String predicate) {
    if (!isDeployed) {
      add(element, predicate);
    }
  }

  /** Of what can be executed, but may not do what its author expects. */
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

  /** Whether something is already known to be wrong with this very element. */
  boolean concern(Element element) {
    return elements.contains(element);
  }

  /** Throws {@link ParseException} with all of them. */
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
