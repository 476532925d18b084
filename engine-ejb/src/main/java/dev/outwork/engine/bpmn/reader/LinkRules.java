package dev.outwork.engine.bpmn.reader;

import java.util.List;

/** Links of one name lead to one target. */
final class LinkRules implements Rule {
  private final Problems problems;

  LinkRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    for (Element event : scope.nodes("intermediateThrowEvent")) {
      if (isLink(event)) {
        checkTarget(scope, event);
      }
    }
    for (Element event : scope.nodes("intermediateCatchEvent")) {
      if (isLink(event)) {
        checkIsOnlyOne(scope, event);
      }
    }
  }

  private void checkTarget(Scope scope, Element event) {
    if (scope.linksTo(nameOf(event)).isEmpty()) {
      problems.add(
          event,
          "leads to the link '%s', which no link catch event of %s has"
              .formatted(nameOf(event), scope.element()));
    }
  }

  private void checkIsOnlyOne(Scope scope, Element event) {
    List<Element> same = scope.linksTo(nameOf(event));
    if (same.get(0) != event) {
      problems.add(
          event, "has the link '%s', as %s has".formatted(nameOf(event), same.get(0)), same.get(0));
    }
  }

  static boolean isLink(Element event) {
    return EventDefinitions.has(event, "linkEventDefinition");
  }

  /** Empty if it has none, which the schema forbids. */
  static String nameOf(Element event) {
    return EventDefinitions.first(event)
        .map(definition -> String.valueOf(definition.given("name")))
        .orElse("");
  }
}
