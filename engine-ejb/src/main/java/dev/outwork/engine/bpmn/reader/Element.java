package dev.outwork.engine.bpmn.reader;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * An element of the document, with its position.
 *
 * <p>Its kind and the names of its attributes are keys without namespace: {@code serviceTask} for
 * BPMN, {@code camunda:topic} for Camunda and its aliases, whatever their prefix; all other names
 * are empty.
 */
final class Element {
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private static final String VENDOR_PREFIX = "camunda:";
  private static final Set<String> VENDORS =
      Set.of(
          "http://camunda.org/schema/1.0/bpmn",
          "http://operaton.org/schema/1.0/bpmn",
          "http://activiti.org/bpmn");
  private static final Set<String> DIAGRAM =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC");

  /** An attribute of BPMN or of a vendor. */
  record Attribute(String key, String spelling, String value) {}

  private final org.w3c.dom.Element xml;
  private final Element parent;
  private final Place place;
  private final String kind;
  private final List<Element> children = new ArrayList<>();
  private CodeWork work;

  private Element(org.w3c.dom.Element xml, Element parent, Iterator<Place> places) {
    this.xml = xml;
    this.parent = parent;
    this.place = places.next();
    this.kind = kindOf(xml, parent);
    for (Node node = xml.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof org.w3c.dom.Element child) {
        children.add(new Element(child, this, places));
      }
    }
  }

  /** The tree of elements; {@code places} are their positions, in document order. */
  static Element tree(org.w3c.dom.Element root, List<Place> places) {
    return new Element(root, null, places.iterator());
  }

  private static String kindOf(org.w3c.dom.Element xml, Element parent) {
    // docs/rest-api.md, "Extension attributes": identified by its local name in any namespace.
    boolean anybodys = parent != null && parent.is("extensionElements");
    if (anybodys && xml.getLocalName().equals("errorEventDefinition")) {
      return VENDOR_PREFIX + "errorEventDefinition";
    }
    return key(xml, BPMN);
  }

  private static String key(Node node, String ownNamespace) {
    String namespace = node.getNamespaceURI();
    if (namespace != null && VENDORS.contains(namespace)) {
      return VENDOR_PREFIX + node.getLocalName();
    }
    return Objects.equals(ownNamespace, namespace) ? node.getLocalName() : null;
  }

  /** Empty if it belongs neither to BPMN nor to a vendor. */
  String kind() {
    return kind == null ? "" : kind;
  }

  boolean is(String kind) {
    return kind.equals(this.kind);
  }

  Place place() {
    return place;
  }

  Optional<Element> parent() {
    return Optional.ofNullable(parent);
  }

  org.w3c.dom.Element xml() {
    return xml;
  }

  /** Whether a kind of element, or the key of an attribute, is a vendor's. */
  static boolean isOfVendor(String key) {
    return key.startsWith(VENDOR_PREFIX);
  }

  /** Null if it has none; blanks around it are ignored, as in the schema. */
  String id() {
    String id = attribute("id");
    return id == null || id.isBlank() ? null : id.strip();
  }

  /** Its id; otherwise a name made from its position, which no id can equal. */
  String idOrPlace() {
    return id() == null ? "%s#%d:%d".formatted(kind(), place.line(), place.column()) : id();
  }

  /** Its own id, otherwise that of the surrounding element. */
  Optional<String> nearestId() {
    if (id() != null && !kind().startsWith(VENDOR_PREFIX)) {
      return Optional.of(id());
    }
    return parent().flatMap(Element::nearestId);
  }

  /** The element and its descendants except extensions, whose ids are not checked. */
  Stream<Element> withDescendantsOfItsOwn() {
    return Stream.concat(
        Stream.of(this),
        children.stream()
            .filter(child -> !child.is("extensionElements"))
            .flatMap(Element::withDescendantsOfItsOwn));
  }

  /** Whether its id must be unique within the document. */
  boolean hasDocumentWideId() {
    String namespace = xml.getNamespaceURI();
    return id() != null
        && namespace != null
        && (namespace.equals(BPMN) || DIAGRAM.contains(namespace));
  }

  /** Turns its code into an external task. */
  void become(CodeWork work) {
    this.work = work;
  }

  /** The external task that its code has become; empty if it has not. */
  Optional<CodeWork> work() {
    return Optional.ofNullable(work);
  }

  /** Null if it is absent. */
  String attribute(String key) {
    if (!key.startsWith(VENDOR_PREFIX)) {
      return xml.hasAttributeNS(null, key) ? xml.getAttributeNS(null, key) : null;
    }
    return attributes().stream()
        .filter(attribute -> attribute.key().equals(key))
        .map(Attribute::value)
        .findFirst()
        .orElse(null);
  }

  /** Null if it is absent or blank. */
  String given(String key) {
    String value = attribute(key);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A reference to another element of the document by id; null if it is absent. */
  String reference(String key) {
    String value = attribute(key);
    return value == null ? null : value.strip().substring(value.strip().indexOf(':') + 1);
  }

  /** Whether the attribute is present and true, as a schema boolean. */
  boolean isTrue(String key) {
    String value = attribute(key);
    return value != null && (value.strip().equals("true") || value.strip().equals("1"));
  }

  /** Whether the attribute is present and false, as a schema boolean. */
  boolean isFalse(String key) {
    String value = attribute(key);
    return value != null && (value.strip().equals("false") || value.strip().equals("0"));
  }

  List<Attribute> attributes() {
    NamedNodeMap map = xml.getAttributes();
    List<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < map.getLength(); i++) {
      Attr attribute = (Attr) map.item(i);
      String key = key(attribute, null);
      if (key != null) {
        attributes.add(new Attribute(key, attribute.getName(), attribute.getValue()));
      }
    }
    return attributes;
  }

  List<Element> children() {
    return children;
  }

  Stream<Element> children(String kind) {
    return children.stream().filter(child -> child.is(kind));
  }

  /** The first child of this kind. */
  Optional<Element> child(String kind) {
    return children(kind).findFirst();
  }

  /** The contents of its {@code extensionElements}. */
  Stream<Element> extensions() {
    return children("extensionElements").flatMap(container -> container.children.stream());
  }

  Stream<Element> extensions(String kind) {
    return extensions().filter(extension -> extension.is(kind));
  }

  Stream<Element> withDescendants() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Element::withDescendants));
  }

  String text() {
    return xml.getTextContent();
  }

  /** The name of the element as written in the document: {@code camunda:connector}. */
  String spelling() {
    return kind().startsWith(VENDOR_PREFIX) ? xml.getNodeName() : xml.getLocalName();
  }

  /** The element for messages: {@code service task 'charge'}. */
  @Override
  public String toString() {
    return id() == null ? kindInWords() : "%s '%s'".formatted(kindInWords(), id());
  }

  String kindInWords() {
    return xml.getLocalName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).strip();
  }

  String sentenceStart() {
    String words = toString();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
