package dev.outwork.engine.bpmn.reader;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an element of one kind may have. */
final class Allowed {
  private final Map<String, Set<String>> attributes = new HashMap<>();
  private final Set<String> children = new HashSet<>();
  private final Set<String> passedOver = new HashSet<>();
  private final Set<String> passedOverIfExternal = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  /** As {@link Whitelist} writes them, between blanks. */
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

  /** Whether the attribute may have any value, or has one that is allowed. */
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

  /** Whether an attribute or child does nothing in this element, but does no harm either. */
  boolean passesOver(Element element, String key) {
    return passedOver.contains(key)
        || (passedOverIfExternal.contains(key) && ExternalActivityReader.isExternal(element));
  }

  /** Whether an attribute of a vendor would do something here that is not executed. */
  boolean refusesAttribute(String key) {
    return refused.contains(key);
  }

  /** Whether a child of a vendor would do something here that is not executed. */
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
