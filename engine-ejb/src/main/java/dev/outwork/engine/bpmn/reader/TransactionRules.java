package dev.outwork.engine.bpmn.reader;

/** Only a transaction can be cancelled; its cancel boundary event then takes the token. */
final class TransactionRules implements Rule {
  private static final String CANCEL = "cancelEventDefinition";

  private final Problems problems;

  TransactionRules(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void check(Scope scope) {
    for (Element end : scope.nodes("endEvent")) {
      if (EventDefinitions.has(end, CANCEL)) {
        checkCancelEnd(scope, end);
      }
    }
  }

  private void checkCancelEnd(Scope scope, Element end) {
    Element transaction = scope.element();
    if (!transaction.is("transaction")) {
      problems.add(
          end, "cancels %s, which is not a transaction".formatted(transaction), transaction);
    } else if (!isCaught(scope)) {
      problems.add(
          end,
          "cancels %s, which has no cancel boundary event".formatted(transaction),
          transaction);
    }
  }

  private static boolean isCaught(Scope transaction) {
    return transaction
        .outer()
        .filter(
            outer ->
                outer.boundaryEvents(transaction.element()).stream()
                    .anyMatch(event -> EventDefinitions.has(event, CANCEL)))
        .isPresent();
  }
}
