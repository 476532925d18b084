package dev.outwork.engine.bpmn.reader;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The allowed content of one kind of element. */
final class Allowed {
  private final Map<String, Set<String>> attributes = new HashMap<>();
  private final Set<String> children = new HashSet<>();
  private final Set<String> passedOver = new HashSet<>();
  private final Set<String> passedOverIfExternal = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  /** In the syntax of {@link Whitelist}, separated by blanks. */
  Allowed(String words) {
    Arrays.stream(words.split(" ")).forEach(this::allow);
  }

  private void allow(String word) {
    if (word.startsWith("~")) {
      passedOver.add(word.replaceAll("[~@]", ""));
    } else if (word.startsWith("?")) {
      passedOverIfExternal.add(word.replaceAll("[?@]", ""));
    } else if (word.startsWith("!")) {
      refused.add(word.replaceAll("[!@]", ""));
    } else if (word.startsWith("@")) {
      String[] nameAndValues = word.substring(1).split("=");
      attributes.put(
          nameAndValues[0],
          nameAndValues.length > 1 ? Set.of(nameAndValues[1].split("\\|")) : Set.of());
    } else {
      children.add(word);
    }
  }

  boolean knows(Element.Attribute attribute) {
    return attributes.containsKey(attribute.key());
  }

  /** Whether the value of the attribute is allowed. */
  boolean allowsValueOf(Element.Attribute attribute) {
    Set<String> values = attributes.get(attribute.key());
    String value = normal(attribute.value());
    return values.isEmpty()
        || values.contains(value)
        || (value.equals("1") && values.contains("true"))
        || (value.equals("0") && values.contains("false"));
  }

  boolean allows(Element child) {
    return children.contains(child.kind());
  }

  /** Whether an attribute or child has no effect in this element, but is harmless. */
  boolean passesOver(Element element, String key) {
    return passedOver.contains(key)
        || (passedOverIfExternal.contains(key) && ExternalActivityReader.isExternal(element));
  }

  /** Whether a vendor's attribute would have an effect here that is not supported. */
  boolean refusesAttribute(String key) {
    return refused.contains(key);
  }

  /** Whether a vendor's child would have an effect here that is not supported. */
  boolean refusesChild(String key) {
    return refused.contains(key) || refused.contains("*");
  }

  private static String normal(String value) {
    String stripped = value.strip();
    return switch (stripped.toLowerCase(Locale.ROOT)) {
      case "false" -> "false";
      case "true" -> "true";
      default -> stripped;
    };
  }
}
