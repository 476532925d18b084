package dev.outwork.engine.expression;

import dev.outwork.engine.expression.SpinXml.Attribute;
import java.util.List;

/** The methods of XML. */
final class SpinXmlMethods {
  static final List<Method> ALL =
      List.of(
          element("name", 0, Kind.TEXT, call -> of(call).element().getLocalName()),
          element("hasAttr", 1, Kind.BOOLEAN, call -> has(call)),
          element("attr", 1, Kind.XML_ATTRIBUTE, SpinXmlMethods::attribute),
          element("textContent", 0, Kind.TEXT, SpinXmlMethods::text),
          element("childElement", 1, Kind.XML, SpinXmlMethods::child),
          element("childElements", 0, Kind.LIST, call -> of(call).children(null)),
          element("childElements", 1, Kind.LIST, SpinXmlMethods::children),
          new Method(
              Kind.XML_ATTRIBUTE,
              "name",
              0,
              Kind.TEXT,
              call -> call.receiver(Attribute.class).name()),
          new Method(
              Kind.XML_ATTRIBUTE,
              "value",
              0,
              Kind.TEXT,
              call -> call.receiver(Attribute.class).value()));

  private SpinXmlMethods() {}

  private static Method element(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.XML, name, arity, result, body);
  }

  private static SpinXml of(Call call) {
    return call.receiver() instanceof Opaque opaque
        ? SpinXml.parse(opaque.toString())
        : call.receiver(SpinXml.class);
  }

  private static boolean has(Call call) {
    return of(call).element().hasAttributeNS(null, call.text(0));
  }

  private static Attribute attribute(Call call) {
    if (!has(call)) {
      throw new ExpressionException("the element has no such attribute");
    }
    return new Attribute(call.text(0), of(call).element().getAttributeNS(null, call.text(0)));
  }

  private static String text(Call call) {
    String text = of(call).element().getTextContent();
    call.work().make(text.length());
    return text;
  }

  private static SpinXml child(Call call) {
    List<SpinXml> children = of(call).children(call.text(0));
    if (children.size() != 1) {
      throw new ExpressionException("the element has %d of these".formatted(children.size()));
    }
    return children.get(0);
  }

  private static List<SpinXml> children(Call call) {
    List<SpinXml> children = of(call).children(call.text(0));
    if (children.isEmpty()) {
      throw new ExpressionException("the element has none of these");
    }
    return children;
  }
}
