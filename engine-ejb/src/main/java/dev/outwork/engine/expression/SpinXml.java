package dev.outwork.engine.expression;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An XML element as in Camunda's Spin, read-only. */
record SpinXml(Element element) implements CallReceiver {
  private static final int LONGEST = 1_000_000;

  /** A deeper document could exhaust the stack of the parser's own tree. */
  private static final int DEEPEST = 100;

  /** Throws {@link ExpressionException} if the text is not XML; a DOCTYPE is refused. */
  static SpinXml parse(String text) {
    if (text.length() > LONGEST) {
      throw new ExpressionException(
          "its argument must be XML of at most %d characters".formatted(LONGEST));
    }
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      // The default handler writes to the standard error stream.
      builder.setErrorHandler(null);
      Element root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
      return new SpinXml(root);
    } catch (SAXException | IOException | ParserConfigurationException none) {
      throw new ExpressionException("its argument must be an XML text without a DOCTYPE", none);
    }
  }

  private static DocumentBuilderFactory factory() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    SafeXml.protect(factory);
    factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
    return factory;
  }

  @Override
  public Kind kind() {
    return Kind.XML;
  }

  /** The child elements with a name; all of them if it is null. */
  List<SpinXml> children(String name) {
    List<SpinXml> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && (name == null || name.equals(child.getLocalName()))) {
        children.add(new SpinXml(child));
      }
    }
    return children;
  }

  /** The name, for messages. */
  @Override
  public String toString() {
    return element.getLocalName();
  }

  /** An attribute. */
  record Attribute(String name, String value) implements CallReceiver {
    @Override
    public Kind kind() {
      return Kind.XML_ATTRIBUTE;
    }

    @Override
    public String toString() {
      return value;
    }
  }
}
