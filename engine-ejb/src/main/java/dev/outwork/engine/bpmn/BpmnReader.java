package dev.outwork.engine.bpmn;

import dev.outwork.api.deployment.ParseException;
import java.util.List;
import java.util.Optional;

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
    Problems problems = new Problems();
    Optional<BpmnDocument> bpmn = BpmnDocument.parse(document, problems);
    problems.throwIfAny(resourceName);
    List<ProcessModel> models = read(bpmn.orElseThrow(), problems);
    problems.throwIfAny(resourceName);
    return models;
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
    Errors errors = new Errors(definitions);
    errors.check(problems);
    new Refusals(problems).check(definitions);
    Structure structure = new Structure(problems, errors);
    executable.forEach(structure::check);
    ProcessReader reader = new ProcessReader(new Texts(problems), errors, definitions);
    List<ProcessModel> models = executable.stream().map(reader::read).toList();
    document.checkAgainstSchema(problems);
    return models;
  }
}
