package dev.outwork.engine.bpmn.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads a document before its tree is built: records the position of every element, in document
 * order, and refuses a document that is not XML, has a DOCTYPE, or would be too large a tree.
 */
public final class Places extends DefaultHandler2 {
  public static final int MAX_ELEMENTS = 100_000;
  static final int MAX_DEPTH = 100;
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private final List<Place> places = new ArrayList<>();
  private Locator locator;
  private int depth;

  private Places() {}

  /** Empty if there is a problem, which has been added. */
  public static List<Place> of(byte[] document, Problems problems) {
    if (document.length > MAX_BYTES) {
      problems.add(
          Place.UNKNOWN,
          "The document has %d bytes; at most %d are allowed"
              .formatted(document.length, MAX_BYTES));
      return List.of();
    }
    Places places = new Places();
    try {
      places.read(document);
      return places.places;
    } catch (Refusal refusal) {
      problems.add(place(refusal), refusal.getMessage());
    } catch (SAXParseException notXml) {
      problems.add(place(notXml), "The document is not XML: " + notXml.getMessage());
    } catch (SAXException | IOException notXml) {
      problems.add(Place.UNKNOWN, "The document is not XML: " + notXml.getMessage());
    }
    return List.of();
  }

  private static Place place(SAXParseException problem) {
    return new Place(Math.max(0, problem.getLineNumber()), Math.max(0, problem.getColumnNumber()));
  }

  private void read(byte[] document) throws SAXException, IOException {
    XMLReader reader = reader();
    reader.setProperty("http://xml.org/sax/properties/lexical-handler", this);
    reader.setContentHandler(this);
    reader.setErrorHandler(this);
    reader.parse(new InputSource(new ByteArrayInputStream(document)));
  }

  private static XMLReader reader() throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException unsafe) {
      throw new IllegalStateException(
          "The XML parser does not support disabling external access", unsafe);
    }
  }

  @Override
  public void setDocumentLocator(Locator documentLocator) {
    locator = documentLocator;
  }

  @Override
  public void startDTD(String name, String publicId, String systemId) throws SAXException {
    throw new Refusal("The document has a DOCTYPE, which is not allowed", locator);
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes)
      throws SAXException {
    places.add(new Place(locator.getLineNumber(), locator.getColumnNumber()));
    depth++;
    if (depth > MAX_DEPTH || places.size() > MAX_ELEMENTS) {
      throw new Refusal(
          "The document has more than %d elements, or elements nested more than %d deep"
              .formatted(MAX_ELEMENTS, MAX_DEPTH),
          locator);
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    depth--;
  }

  private static final class Refusal extends SAXParseException {
    private static final long serialVersionUID = 1L;

    Refusal(String message, Locator locator) {
      super(message, locator);
    }
  }
}
