package dev.outwork.engine.token.random;

/** A BPMN document. */
final class Document {
  private final String key;
  private final Borders borders;
  private final StringBuilder declarations = new StringBuilder();
  private final StringBuilder processes = new StringBuilder();

  private Document(String key, Borders borders) {
    this.key = key;
    this.borders = borders;
  }

  /** Draws a process with all processes that it calls. */
  static String of(String key, Scope process, Borders borders) {
    Document document = new Document(key, borders);
    Drawing drawing = new Drawing(document);
    document.add(key, process.draw(drawing, "", ""));
    return document.text();
  }

  Borders borders() {
    return borders;
  }

  /** The key of the process that a call activity calls, which no other document has. */
  String keyOfCalled(String callId) {
    return key + "_" + callId;
  }

  void declare(String declaration) {
    declarations.append(declaration).append('\n');
  }

  void add(String key, String content) {
    processes.append(
        "<process id=\"%s\" isExecutable=\"true\">\n%s</process>\n".formatted(key, content));
  }

  private String text() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions"
            targetNamespace="random">
        %s%s</definitions>
        """
        .formatted(declarations, processes);
  }
}
