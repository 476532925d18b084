package dev.outwork.engine.event;

import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.event.ConditionEvaluation;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.bpmn.ConditionalTrigger;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.expression.ExpressionException;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Starts;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.variable.Values;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Starts processes by conditional start events whose condition is true. */
@Collaborator
@Dependent
class StartConditions {
  private static final String SCOPE = "given";

  private final ReceiverStore receivers;
  private final DefinitionStore definitions;
  private final Models models;
  private final Starts starts;
  private final VariableStore variableStore;
  private final Clock clock;

  /** A conditional start event of a definition. */
  private record Candidate(ProcessDefinition definition, StartEvent start) {
    ConditionalTrigger trigger() {
      return (ConditionalTrigger) start.trigger();
    }
  }

  @Inject
  StartConditions(
      ReceiverStore receivers,
      DefinitionStore definitions,
      Models models,
      Starts starts,
      VariableStore variableStore,
      Clock clock) {
    this.receivers = receivers;
    this.definitions = definitions;
    this.models = models;
    this.starts = starts;
    this.variableStore = variableStore;
    this.clock = clock;
  }

  List<ProcessInstance> evaluate(ConditionEvaluation evaluation, ProcessRights rights) {
    Variables given = new Variables(variableStore);
    given.begin(SCOPE);
    given.setAllLocal(SCOPE, evaluation.variables());
    Names names = Values.names(given, List.of(SCOPE)).at(clock);
    List<ProcessInstance> started = new ArrayList<>();
    for (Candidate candidate : candidates(evaluation, rights)) {
      if (concerns(candidate.trigger(), evaluation) && holds(candidate.trigger(), names)) {
        started.add(
            starts.start(
                candidate.definition(),
                candidate.start().id(),
                evaluation.businessKey(),
                evaluation.variables()));
      }
    }
    return started;
  }

  private List<Candidate> candidates(ConditionEvaluation evaluation, ProcessRights rights) {
    List<Candidate> candidates =
        evaluation.processDefinitionId() == null
            ? listening(evaluation, rights)
            : of(permitted(evaluation.processDefinitionId(), rights));
    if (candidates.isEmpty()) {
      throw new ProcessEngineException(
          evaluation.processDefinitionId() == null
              ? "ENGINE-13043 No subscriptions were found during evaluation of the conditional start events."
              : "ENGINE-13042 Process definition with id '%s' does not declare conditional start event."
                  .formatted(evaluation.processDefinitionId()));
    }
    return candidates;
  }

  private List<Candidate> listening(ConditionEvaluation evaluation, ProcessRights rights) {
    return receivers.startingByCondition().stream()
        .filter(receiver -> evaluation.tenant().includes(receiver.tenantId()))
        .filter(receiver -> rights.allow(Verb.OPERATE, receiver.definitionKey()))
        .flatMap(
            receiver ->
                of(definition(receiver.processDefinitionId())).stream()
                    .filter(candidate -> candidate.start().id().equals(receiver.activityId())))
        .toList();
  }

  private List<Candidate> of(ProcessDefinition definition) {
    return models.of(definition.id()).model().startEvents().stream()
        .filter(start -> start.trigger() instanceof ConditionalTrigger)
        .map(start -> new Candidate(definition, start))
        .toList();
  }

  private ProcessDefinition permitted(String id, ProcessRights rights) {
    ProcessDefinition definition = definition(id);
    if (!rights.permit(Verb.OPERATE, definition.key())) {
      throw missing(id);
    }
    return definition;
  }

  private ProcessDefinition definition(String id) {
    return definitions.find(id).orElseThrow(() -> missing(id));
  }

  private static NullValueException missing(String id) {
    return new NullValueException(
        "no deployed process definition found with id '%s': processDefinition is null"
            .formatted(id));
  }

  private static boolean concerns(ConditionalTrigger trigger, ConditionEvaluation evaluation) {
    return trigger.variableName() == null
        || evaluation.variables().containsKey(trigger.variableName());
  }

  // A condition that reads a missing variable is false.
  private static boolean holds(ConditionalTrigger trigger, Names given) {
    try {
      return trigger.condition().holds(given);
    } catch (ExpressionException unknown) {
      return false;
    }
  }
}
