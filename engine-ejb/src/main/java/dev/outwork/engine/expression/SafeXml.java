package dev.outwork.engine.expression;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** Hardens XML parsers for deployed documents. */
public final class SafeXml {
  private SafeXml() {}

  /** Lets a parser refuse a DOCTYPE, resolve no XInclude, and enforce limits. */
  public static void protect(DocumentBuilderFactory factory) {
    try {
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    } catch (ParserConfigurationException unsafe) {
      throw new IllegalStateException("The XML parser does not support refusing a DOCTYPE", unsafe);
    }
  }
}
