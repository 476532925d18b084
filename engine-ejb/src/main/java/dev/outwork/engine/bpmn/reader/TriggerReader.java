package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.CancelTrigger;
import dev.outwork.engine.bpmn.CompensationTrigger;
import dev.outwork.engine.bpmn.ConditionalTrigger;
import dev.outwork.engine.bpmn.ErrorTrigger;
import dev.outwork.engine.bpmn.EscalationTrigger;
import dev.outwork.engine.bpmn.MessageTrigger;
import dev.outwork.engine.bpmn.NoTrigger;
import dev.outwork.engine.bpmn.SignalTrigger;
import dev.outwork.engine.bpmn.Trigger;
import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.ExecutionProperty;
import dev.outwork.engine.expression.Expression;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the trigger of an event. */
final class TriggerReader {
  private static final Set<String> VARIABLE_EVENTS = Set.of("create", "update", "delete");

  private final ExpressionReader texts;
  private final Declarations declarations;
  private final ExpressionReader.Moment moment;
  private final TimerReader timers;
  private final Map<String, Kind> kinds =
      Map.of(
          "messageEventDefinition", this::message,
          "timerEventDefinition", this::timer,
          "signalEventDefinition", this::signal,
          "conditionalEventDefinition", this::conditional,
          "errorEventDefinition", this::error,
          "escalationEventDefinition", this::escalation,
          "compensateEventDefinition",
              (event, definition) -> Optional.of(new CompensationTrigger()),
          "cancelEventDefinition", (event, definition) -> Optional.of(new CancelTrigger()));

  /** Reads one kind of event definition; empty if there is a problem, which is added. */
  private interface Kind {
    Optional<Trigger> read(Element event, Element definition);
  }

  /** {@code moment} determines how texts are checked when the document is read. */
  TriggerReader(ExpressionReader texts, Declarations declarations, ExpressionReader.Moment moment) {
    this.texts = texts;
    this.declarations = declarations;
    this.moment = moment;
    this.timers = new TimerReader(texts, moment);
  }

  /** Empty if there is a problem, which is added here or by {@link Refusals}. */
  Optional<Trigger> read(Element event) {
    Optional<Element> definition = EventDefinitions.first(event);
    if (definition.isEmpty()) {
      return Optional.of(NoTrigger.INSTANCE);
    }
    return Optional.ofNullable(kinds.get(definition.get().kind()))
        .flatMap(kind -> kind.read(event, definition.get()));
  }

  /** The message that an event or a receive task refers to. */
  Optional<Trigger> message(Element event, Element holder) {
    return name(event, holder, "messageRef", "message").map(MessageTrigger::new);
  }

  private Optional<Trigger> signal(Element event, Element definition) {
    return signalName(event, definition).map(SignalTrigger::new);
  }

  Optional<Expression> signalName(Element event, Element definition) {
    return name(event, definition, "signalRef", "signal");
  }

  private Optional<Expression> name(Element event, Element holder, String reference, String kind) {
    if (holder.given(reference) == null) {
      texts.problems().add(event, "has no %s: name the %s".formatted(reference, kind));
      return Optional.empty();
    }
    Optional<Element> declared = declarations.referredToBy(holder, reference, kind);
    if (declared.isEmpty()) {
      texts.problems().add(event, undeclared(kind, holder.given(reference)));
      return Optional.empty();
    }
    String name = declared.get().given("name");
    if (name == null) {
      texts
          .problems()
          .add(
              event,
              "refers to the %s '%s', which has no name".formatted(kind, declared.get().id()));
      return Optional.empty();
    }
    Optional<Expression> read = texts.expression(event, "a %s name".formatted(kind), name);
    read.ifPresent(text -> moment.check(event, text, value -> {}));
    return read;
  }

  private static String undeclared(String kind, String id) {
    return "refers to the %s '%s', which the document does not declare".formatted(kind, id);
  }

  private Optional<Trigger> timer(Element event, Element definition) {
    return timers.read(event, definition).map(Trigger.class::cast);
  }

  private Optional<Trigger> conditional(Element event, Element definition) {
    Optional<Element> condition = definition.child("condition");
    if (condition.isEmpty()) {
      texts.problems().add(event, "has no condition");
      return Optional.empty();
    }
    Set<String> events = variableEvents(event, definition);
    Optional<Condition> read = texts.condition(event, condition.get());
    boolean beginsProcess =
        event.is("startEvent") && event.parent().filter(scope -> scope.is("process")).isPresent();
    if (beginsProcess
        && read.filter(holds -> holds.expression().names().contains(ExecutionProperty.EXECUTION))
            .isPresent()) {
      texts
          .problems()
          .add(
              event,
              "has a condition on the execution, which does not exist before the process starts");
    }
    return read.map(
        holds -> new ConditionalTrigger(holds, definition.given("camunda:variableName"), events));
  }

  private Set<String> variableEvents(Element event, Element definition) {
    String text = definition.given("camunda:variableEvents");
    if (text == null) {
      return Set.of();
    }
    Set<String> events =
        Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet());
    if (!VARIABLE_EVENTS.containsAll(events)) {
      texts
          .problems()
          .add(
              event,
              "has camunda:variableEvents=\"%s\": write create, update, delete or several of them with commas"
                  .formatted(text));
    }
    return events;
  }

  private Optional<Trigger> error(Element event, Element definition) {
    return Optional.of(
        new ErrorTrigger(
            declarations.errorCode(definition).orElse(null),
            new Trigger.Captured(
                variable(event, definition, "camunda:errorCodeVariable"),
                variable(event, definition, "camunda:errorMessageVariable"))));
  }

  private Optional<Trigger> escalation(Element event, Element definition) {
    String id = definition.given("escalationRef");
    Optional<Element> declared =
        declarations.referredToBy(definition, "escalationRef", "escalation");
    if (id != null && declared.isEmpty()) {
      texts.problems().add(event, undeclared("escalation", id));
    }
    return Optional.of(
        new EscalationTrigger(
            declared.map(escalation -> escalation.given("escalationCode")).orElse(null),
            new Trigger.Captured(
                variable(event, definition, "camunda:escalationCodeVariable"), null)));
  }

  private String variable(Element event, Element definition, String attribute) {
    String name = definition.given(attribute);
    if (name != null && name.length() > IdRules.MAX_LENGTH) {
      texts
          .problems()
          .add(
              event,
              "has a %s of %d characters; at most %d are allowed"
                  .formatted(attribute, name.length(), IdRules.MAX_LENGTH));
    }
    return name;
  }
}
