package dev.outwork.engine.bpmn.reader;

import java.util.List;

/** Checks the structure of a process. */
final class Structure {
  static final int MAX_NODES = 10_000;
  static final int MAX_NESTING = 30;

  private final Problems problems;
  private final List<Rule> rules;
  private int nodes;

  Structure(Problems problems, Declarations declarations) {
    this.problems = problems;
    this.rules =
        List.of(
            new StartRules(problems),
            new FlowRules(problems),
            new GatewayRules(problems),
            new EventBasedGatewayRules(problems),
            new EventRules(problems),
            new BoundaryRules(problems),
            new CatchOnceRules(problems, declarations),
            new EventSubProcessRules(problems),
            new TransactionRules(problems),
            new CompensationRules(problems),
            new LinkRules(problems));
  }

  void check(Element process) {
    nodes = 0;
    check(Scope.of(process), 0);
    if (nodes > MAX_NODES) {
      problems.add(process, "has %d nodes; at most %d are allowed".formatted(nodes, MAX_NODES));
    }
  }

  private void check(Scope scope, int depth) {
    if (depth > MAX_NESTING) {
      problems.add(
          scope.element(), "is nested in more than %d sub-processes".formatted(MAX_NESTING));
      return;
    }
    nodes += scope.nodes().size();
    rules.forEach(rule -> rule.check(scope));
    for (Element node : scope.nodes()) {
      scope.inside(node).ifPresent(inner -> check(inner, depth + 1));
    }
  }
}
