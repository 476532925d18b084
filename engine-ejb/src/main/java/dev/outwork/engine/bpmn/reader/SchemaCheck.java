package dev.outwork.engine.bpmn.reader;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reports all violations of the BPMN schema, each with its element. */
final class SchemaCheck implements ErrorHandler {
  private static final String CURRENT_ELEMENT =
      "http://apache.org/xml/properties/dom/current-element-node";
  private static final String LOCALE = "http://apache.org/xml/properties/locale";

  private final Map<Node, Element> elements = new IdentityHashMap<>();
  private final Element root;
  private final Problems problems;
  private final boolean problemsBefore;
  private Validator validator;

  SchemaCheck(Element root, Problems problems) {
    this.root = root;
    this.problems = problems;
    this.problemsBefore = !problems.isEmpty();
    root.withDescendants().forEach(element -> elements.put(element.xml(), element));
  }

  void run(Schema schema, DOMSource document) {
    try {
      validator = schema.newValidator();
      speakEnglish();
      validator.setErrorHandler(this);
      validator.validate(document);
    } catch (SAXException | IOException unreadable) {
      throw new IllegalStateException(
          "The document cannot be checked against the schema", unreadable);
    }
  }

  private void speakEnglish() {
    try {
      validator.setProperty(LOCALE, Locale.ENGLISH);
    } catch (SAXException unknown) {
      // Only the JDK's validator supports the locale; others report in English anyway.
    }
  }

  @Override
  public void warning(SAXParseException finding) {
    error(finding);
  }

  @Override
  public void fatalError(SAXParseException finding) {
    error(finding);
  }

  @Override
  public void error(SAXParseException finding) {
    Element element = currentElement();
    String message = finding.getMessage();
    // A dangling reference is reported at the end, without its element; that of a flow is already
    // reported.
    if ((element != root && problems.concern(element))
        || isToldOfItsEvent(element)
        || (problemsBefore && message.startsWith("cvc-id."))) {
      return;
    }
    problems.add(element, "is not valid BPMN: " + readable(message));
  }

  /** Of what a definition lacks its event tells, which its author sees. */
  private boolean isToldOfItsEvent(Element element) {
    return element.kind().endsWith("EventDefinition")
        && element.parent().filter(problems::concern).isPresent();
  }

  private Element currentElement() {
    try {
      return elements.getOrDefault((Node) validator.getProperty(CURRENT_ELEMENT), root);
    } catch (SAXException unknown) {
      return root;
    }
  }

  // "cvc-complex-type.2.4.a: Invalid content ... '{"namespace":foo}'. One of '{a list of dozens}'
  // is expected."
  private static String readable(String message) {
    return message
        .replaceFirst("^cvc-[^:]*: ", "")
        .replaceFirst(" One of '.*' is expected\\.$", "")
        .replaceAll("\"http://www.omg.org/spec/BPMN/20100524/MODEL\":", "");
  }
}
