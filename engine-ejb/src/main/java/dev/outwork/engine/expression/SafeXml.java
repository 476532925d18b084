package dev.outwork.engine.expression;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** What a parser of XML that others have written must not do. */
public final class SafeXml {
  private SafeXml() {}

  /** Lets a parser refuse a DOCTYPE, include nothing, and keep limits. */
  public static void protect(DocumentBuilderFactory factory) {
    try {
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    } catch (ParserConfigurationException unsafe) {
      throw new IllegalStateException("The XML parser cannot be told to refuse a DOCTYPE", unsafe);
    }
  }
}
