package dev.outwork.engine.dmn;

import dev.outwork.engine.bpmn.reader.Place;
import dev.outwork.engine.bpmn.reader.Places;
import dev.outwork.engine.bpmn.reader.Problems;
import dev.outwork.engine.expression.SafeXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.validation.Schema;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.impl.DmnParser;
import org.operaton.bpm.model.xml.ModelException;
import org.operaton.bpm.model.xml.instance.DomDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The parser of the DMN library, hardened, with the positions of elements. */
final class DmnDocument {
  private static final Parser PARSER = new Parser();

  private final DmnModelInstance model;
  private final List<Element> elements = new ArrayList<>();
  private final Map<Element, Place> places = new IdentityHashMap<>();

  private DmnDocument(DmnModelInstance model, List<Place> places) {
    this.model = model;
    NodeList all =
        ((Document) model.getDocument().getDomSource().getNode()).getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      elements.add(element);
      this.places.put(element, places.get(i));
      if (element.hasAttribute("id")) {
        // A parser without a schema does not know which attributes are ids, but the library looks
        // up by id.
        element.setIdAttribute("id", true);
      }
    }
  }

  /** Empty if there is a problem, which has been added. */
  static Optional<DmnDocument> parse(byte[] bytes, Problems problems) {
    List<Place> places = Places.of(bytes, problems);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DmnDocument(PARSER.parseModelFromStream(new ByteArrayInputStream(bytes)), places));
    } catch (ModelException refused) {
      problems.add(Place.UNKNOWN, "The document is not DMN: " + reason(refused));
      return Optional.empty();
    }
  }

  private static String reason(Throwable refused) {
    Throwable innermost = refused;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage();
  }

  DmnModelInstance model() {
    return model;
  }

  /** In document order. */
  List<Element> elements() {
    return elements;
  }

  Place placeOf(Element element) {
    return places.get(element);
  }

  private static final class Parser extends DmnParser {
    @Override
    protected void configureFactory(DocumentBuilderFactory factory) {
      SafeXml.protect(factory);
    }

    // The library's own compiled schema: schema locations in the document are ignored.
    @Override
    public void validateModel(DomDocument document) {
      Schema schema = getSchema(document);
      if (schema == null) {
        throw new ModelException(
            "its namespace '%s' must be one of DMN 1.1 to 1.5"
                .formatted(document.getRootElement().getNamespaceURI()));
      }
      try {
        schema.newValidator().validate(document.getDomSource());
      } catch (SAXException | IOException invalid) {
        throw new ModelException(invalid.getMessage(), invalid);
      }
    }
  }
}
