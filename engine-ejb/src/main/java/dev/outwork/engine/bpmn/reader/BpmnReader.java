package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.ProcessModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a BPMN 2.0 document. What comes out can be executed whole: a document with anything in its
 * executable processes that the engine does not execute is refused.
 */
public final class BpmnReader {

  private BpmnReader() {}

  /**
   * The executable processes of the document, in document order; none if it has drawings only.
   * Throws {@link ParseException} with every problem found.
   */
  public static List<ProcessModel> read(String resourceName, byte[] document) {
    return read(resourceName, document, warning -> {});
  }

  /**
   * The same, and tells {@code warnings} what can be executed, but may not do what its author
   * expects.
   */
  public static List<ProcessModel> read(
      String resourceName, byte[] document, Consumer<Problem> warnings) {
    return read(resourceName, document, false, warnings);
  }

  /**
   * The same.
   *
   * @param codeBecomesTopics whether what is implemented by code becomes the work of a topic,
   *     instead of being refused
   */
  public static List<ProcessModel> read(
      String resourceName, byte[] document, boolean codeBecomesTopics, Consumer<Problem> warnings) {
    return read(resourceName, document, new Problems(), codeBecomesTopics, warnings);
  }

  private static List<ProcessModel> read(
      String resourceName,
      byte[] document,
      Problems problems,
      boolean codeBecomesTopics,
      Consumer<Problem> warnings) {
    Optional<BpmnDocument> bpmn = BpmnDocument.parse(document, problems);
    problems.throwIfAny(resourceName);
    if (codeBecomesTopics) {
      new CodeTopics(problems).markIn(bpmn.orElseThrow().root());
    }
    List<ProcessModel> models = read(bpmn.orElseThrow(), problems);
    problems.throwIfAny(resourceName);
    problems.warnings().forEach(warnings);
    return models;
  }

  /**
   * The executable processes of a document that was deployed, perhaps by an earlier version that
   * refused less: its instances go on as they have begun.
   */
  public static List<ProcessModel> readDeployed(
      String resourceName, byte[] document, boolean codeBecomesTopics) {
    return read(resourceName, document, Problems.ofDeployed(), codeBecomesTopics, warning -> {});
  }

  private static List<ProcessModel> read(BpmnDocument document, Problems problems) {
    Element definitions = document.root();
    List<Element> processes = definitions.children("process").toList();
    if (processes.isEmpty()) {
      problems.add(definitions.place(), "The document has no process");
    }
    List<Element> executable =
        processes.stream().filter(process -> process.isTrue("isExecutable")).toList();
    new Ids(problems).check(definitions);
    Declarations declarations = new Declarations(definitions);
    declarations.check(problems);
    new Refusals(problems).check(definitions);
    Structure structure = new Structure(problems, declarations);
    executable.forEach(structure::check);
    List<ProcessModel> models =
        executable.stream()
            .map(process -> read(process, definitions, declarations, problems))
            .flatMap(Optional::stream)
            .toList();
    document.checkAgainstSchema(problems);
    return models;
  }

  private static Optional<ProcessModel> read(
      Element process, Element definitions, Declarations declarations, Problems problems) {
    Texts texts = new Texts(problems);
    Optional<ProcessModel> model =
        new ProcessReader(texts, declarations, definitions).read(process);
    new Shadows(texts).check(process);
    return model;
  }
}
