package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.expression.SafeXml;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.operaton.bpm.model.bpmn.impl.BpmnParser;
import org.operaton.bpm.model.xml.ModelParseException;
import org.operaton.bpm.model.xml.instance.DomDocument;
import org.w3c.dom.Document;

/**
 * The parser of the BPMN library, hardened, and reporting all errors.
 *
 * <p>The library itself stops at the first violation of the schema, reports no line, and fetches
 * the addresses in the document's {@code xsi:schemaLocation}. Here a document is parsed without a
 * schema, and validated afterwards against the library's own, which ignores such hints.
 */
final class BpmnDocument {
  private static final Parser PARSER = new Parser();

  private final Element root;
  private final DomDocument document;

  private BpmnDocument(Element root, DomDocument document) {
    this.root = root;
    this.document = document;
  }

  /** Empty if there is a problem, which has been added. */
  static Optional<BpmnDocument> parse(byte[] bytes, Problems problems) {
    List<Place> places = Places.of(bytes, problems);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    return parse(bytes, places, problems).filter(document -> document.isBpmn(problems));
  }

  private static Optional<BpmnDocument> parse(byte[] bytes, List<Place> places, Problems problems) {
    try {
      DomDocument document =
          PARSER.parseModelFromStream(new ByteArrayInputStream(bytes)).getDocument();
      Document xml = (Document) document.getDomSource().getNode();
      return Optional.of(
          new BpmnDocument(Element.tree(xml.getDocumentElement(), places), document));
    } catch (ModelParseException notXml) {
      problems.add(Place.UNKNOWN, "The document is not XML: " + notXml.getCause().getMessage());
      return Optional.empty();
    }
  }

  private boolean isBpmn(Problems problems) {
    if (root.is("definitions")) {
      return true;
    }
    problems.add(
        root.place(),
        "The document is not BPMN 2.0: its outermost element is '%s' of the namespace '%s', not 'definitions' of '%s'"
            .formatted(
                root.xml().getLocalName(),
                root.xml().getNamespaceURI() == null ? "" : root.xml().getNamespaceURI(),
                Element.BPMN));
    return false;
  }

  Element root() {
    return root;
  }

  /** Adds violations of the BPMN schema, except for elements that already have a problem. */
  void checkAgainstSchema(Problems problems) {
    new SchemaCheck(root, problems).run(PARSER.schemaOf(document), document.getDomSource());
  }

  private static final class Parser extends BpmnParser {
    @Override
    protected void configureFactory(DocumentBuilderFactory factory) {
      SafeXml.protect(factory);
    }

    @Override
    public void validateModel(DomDocument document) {
      // SchemaCheck validates later.
    }

    javax.xml.validation.Schema schemaOf(DomDocument document) {
      return getSchema(document);
    }
  }
}
