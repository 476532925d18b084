package dev.outwork.engine.externaltask;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.Texts;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.ExternalActivity.ErrorEventDefinition;
import dev.outwork.engine.expression.ExpressionException;
import dev.outwork.engine.expression.Names;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Selects the {@code camunda:errorEventDefinition} of an activity that turns a report into a BPMN
 * error: the first whose expression is true (docs/rest-api.md, "Error event definitions").
 */
final class ErrorEventDefinitions {
  private static final Logger LOG = Logger.getLogger(ErrorEventDefinitions.class.getName());

  private final ExternalActivity activity;
  private final Names names;

  private ErrorEventDefinitions(ExternalActivity activity, Names names) {
    this.activity = activity;
    this.names = names;
  }

  static ErrorEventDefinitions matching(ExternalActivity activity, Names names) {
    return new ErrorEventDefinitions(activity, names);
  }

  /** The code of the error; a failing expression fails the completion. */
  Optional<String> onComplete() {
    for (ErrorEventDefinition definition : activity.errorEventDefinitions()) {
      try {
        if (holds(definition)) {
          return Optional.of(definition.errorCode());
        }
      } catch (ExpressionException e) {
        throw new ProcessEngineException(
            "Cannot evaluate the error event definition '%s' of %s: %s"
                .formatted(definition.errorCode(), activity.info(), e.getMessage()),
            e);
      }
    }
    return Optional.empty();
  }

  /**
   * The code of the error; a failing expression counts as false, so that the failure itself is
   * recorded.
   */
  Optional<String> onFailure() {
    for (ErrorEventDefinition definition : activity.errorEventDefinitions()) {
      try {
        if (holds(definition)) {
          return Optional.of(definition.errorCode());
        }
      } catch (ExpressionException e) {
        LOG.warning(
            () ->
                "Error event definition '%s' of %s is treated as false: %s"
                    .formatted(
                        definition.errorCode(), activity.info(), Texts.inOneLine(e.getMessage())));
      }
    }
    return Optional.empty();
  }

  private boolean holds(ErrorEventDefinition definition) {
    return Boolean.TRUE.equals(definition.expression().evaluate(names));
  }
}
