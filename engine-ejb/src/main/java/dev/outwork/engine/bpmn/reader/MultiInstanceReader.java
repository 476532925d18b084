package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.Expression;
import javax.lang.model.SourceVersion;

/** Reads the cardinality and the collection of a multi-instance activity. */
final class MultiInstanceReader {
  private final ExpressionReader texts;

  MultiInstanceReader(ExpressionReader texts) {
    this.texts = texts;
  }

  MultiInstance read(NodeInfo body, Element activity, Element loop, String compensates) {
    Expression cardinality = cardinality(activity, loop);
    Expression collection = collection(activity, loop);
    String elementVariable = elementVariable(loop);
    check(activity, loop, cardinality, collection, elementVariable);
    return new MultiInstance(
        body,
        activity.id(),
        loop.isTrue("isSequential"),
        cardinality,
        collection,
        elementVariable,
        completionCondition(activity, loop),
        compensates);
  }

  private void check(
      Element activity,
      Element loop,
      Expression cardinality,
      Expression collection,
      String elementVariable) {
    Problems problems = texts.problems();
    if (cardinality == null && collection == null && !problems.concern(activity)) {
      problems.add(activity, "is multi-instance without a loopCardinality or a camunda:collection");
    }
    if (elementVariable != null && collection == null && !problems.concern(activity)) {
      problems.add(
          activity, "has the element variable '%s', but no collection".formatted(elementVariable));
    }
    if (elementVariable != null && elementVariable.length() > IdRules.MAX_LENGTH) {
      problems.add(
          activity,
          "has an element variable with a name of more than %d characters"
              .formatted(IdRules.MAX_LENGTH));
    }
    if (activity
        .extensions("camunda:inputOutput")
        .anyMatch(io -> io.child("camunda:outputParameter").isPresent())) {
      problems.add(
          activity,
          "is multi-instance and has output parameters, which would overwrite each other:"
              + " draw it as a sub-process around one task with the parameters",
          loop);
    }
  }

  private Expression cardinality(Element activity, Element loop) {
    String text = loop.child("loopCardinality").map(element -> element.text().strip()).orElse(null);
    if (text == null) {
      return null;
    }
    Expression cardinality = texts.expression(activity, "a loopCardinality", text).orElse(null);
    if (cardinality != null && cardinality.isConstant() && !text.matches("\\d{1,9}")) {
      texts
          .problems()
          .add(activity, "has the loopCardinality '%s', which is not an integer".formatted(text));
    }
    return cardinality;
  }

  private Expression collection(Element activity, Element loop) {
    String reference =
        loop.child("loopDataInputRef").map(element -> element.text().strip()).orElse("");
    String text = reference.isEmpty() ? loop.given("camunda:collection") : reference;
    if (text == null) {
      return null;
    }
    if (text.contains("{")) {
      return texts.expression(activity, "a collection", text).orElse(null);
    }
    if (!SourceVersion.isIdentifier(text)) {
      texts
          .problems()
          .add(
              activity,
              "has the collection '%s', which is not a name that an expression can read"
                  .formatted(text));
      return null;
    }
    return texts.expression(activity, "a collection", "${" + text + "}").orElse(null);
  }

  private static String elementVariable(Element loop) {
    return loop.child("inputDataItem")
        .map(item -> item.given("name"))
        .orElse(loop.given("camunda:elementVariable"));
  }

  private Condition completionCondition(Element activity, Element loop) {
    return loop.child("completionCondition")
        .flatMap(condition -> texts.condition(activity, condition))
        .orElse(null);
  }
}
