package dev.outwork.api.deployment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Derives the topic of an element from its code. The engine and the workers share this one rule;
 * docs/bpmn.md explains it.
 */
public final class CodeTopic {
  public static final String CLASS = "class";
  public static final String DELEGATE_EXPRESSION = "delegateExpression";
  public static final String EXPRESSION = "expression";
  public static final String SCRIPT = "script";
  public static final String CONNECTOR = "connector";

  // The names at the start of an expression, up to its first bracket or operator.
  private static final Pattern CALLED =
      Pattern.compile("[#$]\\{\\s*([A-Za-z_]\\w*(?:\\s*\\.\\s*[A-Za-z_]\\w*)*).*", Pattern.DOTALL);

  private CodeTopic() {}

  /**
   * The topic for a piece of code.
   *
   * @param kind as in {@link CodeProperty#KIND}; not null
   * @param text as in {@link CodeProperty#TEXT}; not null
   * @param format as in {@link CodeProperty#FORMAT}; null except for a script
   */
  public static String of(String kind, String text, String format) {
    return switch (kind) {
      case CLASS -> text;
      case SCRIPT -> kind + ":" + format;
      case CONNECTOR -> kind + ":" + text;
      default -> called(text);
    };
  }

  /** The callee of an expression: {@code chargeCard.run} for {@code ${chargeCard.run(amount)}}. */
  private static String called(String expression) {
    Matcher names = CALLED.matcher(expression);
    return names.matches() ? names.group(1).replaceAll("\\s", "") : EXPRESSION;
  }
}
