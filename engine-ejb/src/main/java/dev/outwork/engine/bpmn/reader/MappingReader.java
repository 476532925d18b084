package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.Mapping;
import dev.outwork.engine.expression.Expression;
import java.util.List;
import java.util.Optional;

/** Reads {@code camunda:in} and {@code camunda:out}: variables that are passed on. */
final class MappingReader {
  private final ExpressionReader texts;

  MappingReader(ExpressionReader texts) {
    this.texts = texts;
  }

  /** {@code holder} contains the mappings: the activity itself, or an event's signal definition. */
  List<Mapping> in(Element node, Element holder) {
    return read(node, holder, "camunda:in");
  }

  List<Mapping> out(Element node, Element holder) {
    return read(node, holder, "camunda:out");
  }

  /** The business key of a {@code camunda:in} of its own; null if there is none. */
  Expression businessKey(Element node) {
    return node.extensions("camunda:in")
        .filter(in -> in.given("businessKey") != null)
        .findFirst()
        .map(in -> texts.attribute(node, in, "businessKey"))
        .orElse(null);
  }

  private List<Mapping> read(Element node, Element holder, String kind) {
    return holder
        .extensions(kind)
        .filter(mapping -> mapping.attribute("businessKey") == null)
        .map(mapping -> mapping(node, mapping))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Mapping> mapping(Element node, Element mapping) {
    boolean local = mapping.isTrue("local");
    String variables = mapping.given("variables");
    String source = mapping.given("source");
    boolean isExpression = mapping.given("sourceExpression") != null;
    long kinds = count(variables != null, source != null, isExpression);
    if (kinds != 1) {
      return refuse(
          node,
          mapping,
          "has %d of source, sourceExpression and variables: write exactly one".formatted(kinds));
    }
    if (variables != null) {
      return variables.equals("all")
          ? Optional.of(new Mapping(null, null, local))
          : refuse(
              node,
              mapping,
              "has variables=\"%s\"; only \"all\" is supported".formatted(variables));
    }
    String target = mapping.given("target");
    if (target == null || target.length() > IdRules.MAX_LENGTH) {
      return refuse(
          node,
          mapping,
          "needs a target, a name of at most %d characters".formatted(IdRules.MAX_LENGTH));
    }
    if (source != null) {
      texts.reads(node, source);
    }
    Expression expression = texts.attribute(node, mapping, "sourceExpression");
    return isExpression && expression == null
        ? Optional.empty()
        : Optional.of(new Mapping(new Mapping.Source(source, expression), target, local));
  }

  private static long count(boolean... given) {
    long count = 0;
    for (boolean each : given) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private Optional<Mapping> refuse(Element node, Element mapping, String reason) {
    texts.problems().add(node, "has a %s that %s".formatted(mapping.spelling(), reason));
    return Optional.empty();
  }
}
