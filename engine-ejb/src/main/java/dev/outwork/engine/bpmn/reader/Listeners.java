package dev.outwork.engine.bpmn.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Suggestions for listeners that only set a variable. */
final class Listeners {
  private static final Pattern SETS_A_CONSTANT =
      Pattern.compile(
          "\\s*(?:[$#]\\{)?\\s*(?:execution|task\\.execution)\\.setVariable(Local)?\\(\\s*([\"'])([\\w.-]+)\\2\\s*,"
              + "\\s*(?:([\"'])([^\"'$]*)\\4|(true|false|-?\\d+(?:\\.\\d+)?))\\s*\\)\\s*;?\\s*\\}?\\s*");

  private Listeners() {}

  /** Empty for all other listeners. */
  static String hint(Element listener) {
    if (!listener.is("camunda:executionListener") && !listener.is("camunda:taskListener")) {
      return "";
    }
    Matcher call = SETS_A_CONSTANT.matcher(code(listener));
    if (!call.matches()) {
      return "";
    }
    String value = call.group(5) == null ? "${" + call.group(6) + "}" : call.group(5);
    return ": %s of an activity does the same"
        .formatted(
            "<camunda:%1$s name=\"%2$s\">%3$s</camunda:%1$s>"
                .formatted(
                    call.group(1) == null ? "outputParameter" : "inputParameter",
                    call.group(3),
                    value));
  }

  private static String code(Element listener) {
    String expression = listener.attribute("expression");
    return expression != null
        ? expression
        : listener.child("camunda:script").map(Element::text).orElse("");
  }
}
