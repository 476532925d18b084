package dev.outwork.engine.instance;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.deployment.DecisionModels;
import dev.outwork.engine.deployment.DecisionModels.DeployedDecision;
import dev.outwork.engine.deployment.DecisionStore;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.deployment.Models.ExecutableProcess;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.Running;
import dev.outwork.engine.token.Tree;
import dev.outwork.engine.variable.VariableStore;
import dev.outwork.engine.variable.Variables;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored instances of a call hierarchy, for a transaction that has locked its root. */
@Collaborator
@Dependent
public class StoredInstances implements Tree.Source {
  private final InstanceStore instances;
  private final ActivityStore activities;
  private final VariableStore variables;
  private final EventSubscriptions subscriptions;
  private final Models models;
  private final DefinitionStore definitions;
  private final DecisionStore decisions;
  private final DecisionModels decisionModels;
  private final Clock clock;

  @Inject
  StoredInstances(
      InstanceStore instances,
      ActivityStore activities,
      VariableStore variables,
      EventSubscriptions subscriptions,
      Models models,
      DefinitionStore definitions,
      DecisionStore decisions,
      DecisionModels decisionModels,
      Clock clock) {
    this.instances = instances;
    this.activities = activities;
    this.variables = variables;
    this.subscriptions = subscriptions;
    this.models = models;
    this.definitions = definitions;
    this.decisions = decisions;
    this.decisionModels = decisionModels;
    this.clock = clock;
  }

  @Override
  public Running load(String instanceId) {
    return running(instances.read(instanceId).map(this::instance).orElseThrow());
  }

  @Override
  public Optional<Running> calledBy(String activityInstanceId) {
    return instances.calledBy(activityInstanceId).map(this::instance).map(this::running);
  }

  private Instance instance(InstanceStore.Locked stored) {
    return stored.toInstance(models.of(stored.definitionId()).definition().versionTag());
  }

  /** A locked instance. */
  Running running(Instance instance) {
    return running(
        instance,
        new ReadTogether(
            activities, variables, Set.of(instance.id()), Set.of(), ZonedDateTime.now(clock)));
  }

  /** A locked instance with shared reads. */
  Running running(Instance instance, ReadTogether known) {
    return new Running(
        instance,
        models.of(instance.definitionId()).model(),
        new Variables(known),
        false,
        clock,
        () -> known.underWay(instance.id()),
        () -> subscriptions.compensables(instance.id()));
  }

  @Override
  public Running begin(Instance instance, ProcessModel model) {
    Variables nothing = new Variables(variables);
    nothing.begin(instance.id());
    return new Running(instance, model, nothing, true, clock, List::of, List::of);
  }

  @Override
  public Optional<ExecutableProcess> find(
      Instance caller, Binding binding, String key, String version, String tenantId) {
    return definitions
        .bound(models.of(caller.definitionId()).definition(), binding, key, version, tenantId)
        .map(definition -> new ExecutableProcess(definition, models.of(definition.id()).model()));
  }

  @Override
  public Optional<String> tenantOfDefinition(Instance instance) {
    return Optional.ofNullable(models.of(instance.definitionId()).definition().tenantId());
  }

  @Override
  public Optional<DeployedDecision> findDecision(
      Instance caller, Binding binding, String key, String version, String tenantId) {
    return decision(caller, binding, key, version, tenantId).map(decisionModels::of);
  }

  private Optional<DecisionDefinition> decision(
      Instance caller, Binding binding, String key, String version, String tenantId) {
    return switch (binding) {
      case LATEST -> decisions.latest(key, tenantId);
      case DEPLOYMENT ->
          decisions.ofDeployment(key, models.of(caller.definitionId()).definition().deploymentId());
      case VERSION ->
          version.matches("\\d{1,9}")
              ? decisions.ofVersion(key, Integer.parseInt(version), tenantId)
              : Optional.empty();
      case VERSION_TAG -> decisions.ofVersionTag(key, version, tenantId);
    };
  }
}
