package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.ProcessModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a BPMN 2.0 document. The result can be executed as a whole: a document whose executable
 * processes contain anything unsupported is refused.
 */
public final class BpmnReader {

  private BpmnReader() {}

  /**
   * The executable processes of the document, in document order; empty if it has none. Throws
   * {@link ParseException} with every problem found.
   */
  public static List<ProcessModel> read(String resourceName, byte[] document) {
    return read(resourceName, document, warning -> {});
  }

  /**
   * As {@link #read(String, byte[])}; {@code warnings} receives constructs that can be executed,
   * but may not do what their author expects.
   */
  public static List<ProcessModel> read(
      String resourceName, byte[] document, Consumer<Problem> warnings) {
    return read(resourceName, document, false, warnings);
  }

  /**
   * As {@link #read(String, byte[], Consumer)}.
   *
   * @param codeBecomesTopics whether elements implemented by code become external tasks instead of
   *     being refused
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
   * The executable processes of a deployed document. An earlier version that refused less may have
   * accepted it, and its instances must continue.
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
    new IdRules(problems).check(definitions);
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
    ExpressionReader texts = new ExpressionReader(problems);
    Optional<ProcessModel> model =
        new ProcessReader(texts, declarations, definitions).read(process);
    new Shadows(texts).check(process);
    return model;
  }
}
