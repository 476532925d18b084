package dev.outwork.engine.dmn;

import java.nio.charset.StandardCharsets;

/** DMN documents for tests. */
public final class DmnSketch {
  private DmnSketch() {}

  /** A document of DMN 1.3 with these decisions. */
  public static String document(String... decisions) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                     xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                     id="graph" name="Graph" namespace="http://test">
        %s
        </definitions>
        """
        .formatted(String.join("\n", decisions));
  }

  /** The decision in another version of DMN. */
  public static String inNamespace(String namespace, String document) {
    return document.replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace);
  }

  /** A literal expression; its variable is {@code result}. */
  public static String literal(String id, String text) {
    return literal(id, "result", "", text);
  }

  /** {@code typeRef} is empty for none. */
  public static String literal(String id, String variable, String typeRef, String text) {
    return decision(
        id,
        """
        <variable id="%s-variable" name="%s" %s/>
        <literalExpression id="%1$s-text"><text>%s</text></literalExpression>"""
            .formatted(id, variable, type(typeRef), escaped(text)));
  }

  public static String decision(String id, String content) {
    return "<decision id=\"%s\" name=\"Decision %1$s\">\n%s\n</decision>".formatted(id, content);
  }

  /** The decision with required decisions. */
  public static String requiring(String decision, String... others) {
    StringBuilder requirements = new StringBuilder();
    for (String other : others) {
      requirements.append(
          "<informationRequirement><requiredDecision href=\"#%s\"/></informationRequirement>"
              .formatted(other));
    }
    int at =
        decision.contains("<variable ")
            ? decision.indexOf("/>", decision.indexOf("<variable ")) + 2
            : decision.indexOf('>') + 1;
    return decision.substring(0, at) + requirements + decision.substring(at);
  }

  /** {@code hitPolicy} may name an aggregation, as {@code COLLECT SUM}. */
  public static String table(String id, String hitPolicy, String... columnsAndRules) {
    String[] words = hitPolicy.split(" (?=SUM|MIN|MAX|COUNT)");
    return decision(
        id,
        "<decisionTable id=\"%s-table\" hitPolicy=\"%s\"%s>%s</decisionTable>"
            .formatted(
                id,
                words[0],
                words.length > 1 ? " aggregation=\"%s\"".formatted(words[1]) : "",
                String.join("\n", columnsAndRules)));
  }

  /** Its id is that of the expression with {@code in-} before it. */
  public static String input(String expression, String typeRef) {
    return """
        <input id="in-%s" label="Input %s"><inputExpression id="expression-%1$s" %s><text>%2$s</text></inputExpression></input>"""
        .formatted(expression.replaceAll("\\W", ""), expression, type(typeRef));
  }

  public static String output(String name, String typeRef) {
    return "<output id=\"out-%s\" label=\"Output %1$s\" name=\"%1$s\" %s/>"
        .formatted(name, type(typeRef));
  }

  private static String type(String typeRef) {
    return typeRef.isEmpty() ? "" : "typeRef=\"%s\"".formatted(typeRef);
  }

  /** Cells before {@code ->} are inputs, those behind it outputs; between {@code |}. */
  public static String rule(String id, String cells) {
    String[] sides = cells.split("->", -1);
    return "<rule id=\"%s\">%s%s</rule>"
        .formatted(id, entries(id, "inputEntry", sides[0]), entries(id, "outputEntry", sides[1]));
  }

  private static String entries(String rule, String kind, String cells) {
    StringBuilder entries = new StringBuilder();
    int column = 0;
    for (String cell : cells.split("\\|", -1)) {
      entries.append(
          "<%s id=\"%s-%1$s-%d\"><text>%s</text></%1$s>"
              .formatted(kind, rule, ++column, escaped(cell.strip())));
    }
    return entries.toString();
  }

  public static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
