package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;

import dev.outwork.api.ListQuery;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.variable.TypedValue;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.history.HistoricVariableInstance;

/** The result of an expression in an output parameter, on each engine. */
final class Evaluation {
  /** The expression was refused, or the instance failed because of it. */
  static final String FAILS = "fails";

  private static final String PROCESS =
      """
      <process id="%s" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
        <task id="work" name="Do it">
          <extensionElements><camunda:inputOutput>
            <camunda:inputParameter name="mine">inside</camunda:inputParameter>
            <camunda:outputParameter name="result"><![CDATA[%s]]></camunda:outputParameter>
          </camunda:inputOutput></extensionElements>
        </task>
        <sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
        <endEvent id="end"/>
      </process>
      """;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Evaluation() {}

  /** As {@code Integer 3}. */
  static String onCamunda(String expression, Map<String, ?> variables) {
    return onCamunda(PROCESS, expression, variables);
  }

  /** The same at another node: {@code process} takes its key and the expression. */
  static String onCamunda(String process, String expression, Map<String, ?> variables) {
    String key = "evaluation-" + COUNT.incrementAndGet();
    try {
      BOTH.camunda().deploy(Comparison.document(process.formatted(key, expression)));
      String instance = BOTH.camunda().start(key, variables);
      HistoricVariableInstance result =
          BOTH.camunda()
              .engine()
              .getHistoryService()
              .createHistoricVariableInstanceQuery()
              .processInstanceId(instance)
              .variableName("result")
              .singleResult();
      return text(result.getValue());
    } catch (RuntimeException | LinkageError e) {
      return FAILS;
    }
  }

  /** The result on Outwork. */
  static String onOutwork(String expression, Map<String, ?> variables) {
    return onOutwork(PROCESS, expression, variables);
  }

  /** The same at another node. */
  static String onOutwork(String process, String expression, Map<String, ?> variables) {
    String key = "evaluation-" + COUNT.incrementAndGet();
    try {
      BOTH.outwork().deploy(Comparison.document(process.formatted(key, expression)));
      String instance = BOTH.outwork().start(key, variables);
      TypedValue result =
          BOTH.outwork()
              .engine()
              .history()
              .variableInstances(
                  ListQuery.<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>all()
                      .with(HistoricVariableInstanceFilter.PROCESS_INSTANCE_ID, instance)
                      .with(HistoricVariableInstanceFilter.VARIABLE_NAME, "result"))
              .get(0)
              .value();
      return text(result.value());
    } catch (RuntimeException e) {
      return FAILS;
    }
  }

  private static String text(Object value) {
    if (value == null) {
      return "null";
    }
    Object same = value instanceof Date date ? Instant.ofEpochMilli(date.getTime()) : value;
    return same.getClass().getSimpleName() + " " + same;
  }
}
