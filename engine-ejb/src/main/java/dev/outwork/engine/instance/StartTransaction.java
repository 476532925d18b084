package dev.outwork.engine.instance;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.instance.Start.Of;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.together.OwnOutcome;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The transaction of starts. */
@Stateless
@TellsOutages
public class StartTransaction {
  @Inject private DefinitionStore definitions;
  @Inject private Starts starts;
  @Resource private EJBContext context;

  /** Starts an instance, or throws; empty if no definition has the key. */
  public Optional<ProcessInstance> start(Start start) {
    return permitted(definition(start.definition()), start)
        .map(definition -> starts.start(definition, start));
  }

  /**
   * Starts all that can be started, and returns the outcomes in the same order: none if everything
   * was rolled back. Without a database, and if the commit fails, it throws an exception: then
   * nobody knows.
   */
  public List<OwnOutcome<Optional<ProcessInstance>>> start(List<Start> all) {
    try {
      return started(all);
    } catch (RuntimeException e) {
      if (DatabaseUnavailableException.reasonIn(e).isPresent()) {
        throw e;
      }
      context.setRollbackOnly();
      return List.of();
    }
  }

  private List<OwnOutcome<Optional<ProcessInstance>>> started(List<Start> all) {
    Map<Of, Optional<ProcessDefinition>> known = new HashMap<>();
    List<Starts.Begun> begun = new ArrayList<>();
    List<OwnOutcome<Optional<ProcessInstance>>> outcomes = new ArrayList<>();
    for (Start start : all) {
      try {
        Optional<Starts.Begun> one =
            permitted(known.computeIfAbsent(start.definition(), this::definition), start)
                .map(definition -> start.user().during(() -> starts.begun(definition, start)));
        one.ifPresent(begun::add);
        outcomes.add(OwnOutcome.of(one.map(Starts.Begun::journey).map(Starts::instance)));
      } catch (ProcessEngineException e) {
        // Nothing of it has been written.
        outcomes.add(OwnOutcome.failed(e));
      }
    }
    starts.write(begun);
    return outcomes;
  }

  // What the caller may not see is missing.
  private static Optional<ProcessDefinition> permitted(
      Optional<ProcessDefinition> found, Start start) {
    Optional<ProcessDefinition> permitted =
        found.filter(definition -> start.rights().permit(Verb.OPERATE, definition.key()));
    if (permitted.isEmpty() && start.definition().id() != null) {
      throw unknown(start.definition());
    }
    return permitted;
  }

  private Optional<ProcessDefinition> definition(Of definition) {
    return definition.id() == null
        ? definitions.latest(definition.key(), definition.tenantId())
        : Optional.of(definitions.find(definition.id()).orElseThrow(() -> unknown(definition)));
  }

  private static NullValueException unknown(Of definition) {
    return new NullValueException(
        "no deployed process definition found with id '%s': processDefinition is null"
            .formatted(definition.id()));
  }
}
