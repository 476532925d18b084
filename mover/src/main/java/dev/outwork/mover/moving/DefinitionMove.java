package dev.outwork.mover.moving;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.dmn.DmnReader;
import dev.outwork.mover.converting.CannotGoException;
import dev.outwork.mover.converting.MovedDefinition;
import dev.outwork.mover.destination.TargetDefinitions;
import dev.outwork.mover.destination.TargetDefinitions.Deployed;
import dev.outwork.mover.source.DeploymentReader;
import dev.outwork.mover.source.SourceDeployed;
import dev.outwork.mover.source.SourceDeployment;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Brings all definitions that deploy, with their ids and versions, and nothing that starts
 * instances: what listens for messages and timers begins to do so when a new version is deployed.
 */
final class DefinitionMove {
  private final DeploymentReader reader;
  private final TargetDefinitions target;
  private final boolean codeBecomesTopics;
  private final Map<String, MovedDefinition> moved = new HashMap<>();
  private final Map<String, String> refused = new HashMap<>();
  private final Map<String, Deployed> own = new HashMap<>();
  private final Set<String> deploymentIds = new HashSet<>();
  private final Set<String> decisionIds = new HashSet<>();
  private final Set<String> sourceIds = new HashSet<>();

  /**
   * @param codeBecomesTopics whether code in models becomes the work of topics
   */
  DefinitionMove(DeploymentReader reader, TargetDefinitions target, boolean codeBecomesTopics) {
    this.reader = reader;
    this.target = target;
    this.codeBecomesTopics = codeBecomesTopics;
  }

  /** What became of them, by their ids in the source. */
  Definitions bring(boolean write) {
    if (write) {
      target.hold();
    }
    target.processes().forEach(definition -> own.put(definition.id(), definition));
    deploymentIds.addAll(target.deploymentIds());
    decisionIds.addAll(target.decisionIds());
    List<SourceDeployed> processes = reader.processes();
    processes.forEach(process -> sourceIds.add(process.id()));
    List<SourceDeployed> requirements = reader.requirements();
    List<SourceDeployed> decisions = reader.decisions();
    for (SourceDeployment deployment : reader.deployments()) {
      bring(
          deployment,
          of(deployment, processes),
          of(deployment, requirements),
          of(deployment, decisions),
          write);
    }
    return new Definitions(moved, refused);
  }

  private static List<SourceDeployed> of(
      SourceDeployment deployment, List<SourceDeployed> definitions) {
    return definitions.stream()
        .filter(definition -> deployment.id().equals(definition.deploymentId()))
        .toList();
  }

  private void bring(
      SourceDeployment deployment,
      List<SourceDeployed> processes,
      List<SourceDeployed> requirements,
      List<SourceDeployed> decisions,
      boolean write) {
    Map<String, byte[]> files = reader.resources(deployment.id());
    Map<String, ProcessDocument> documents = new HashMap<>();
    processes.stream()
        .map(SourceDeployed::resourceName)
        .distinct()
        .forEach(
            name ->
                documents.put(
                    name, ProcessDocument.read(name, files.get(name), codeBecomesTopics)));
    boolean hasCode = documents.values().stream().anyMatch(ProcessDocument::hasCode);
    boolean isNew = deploymentIds.add(deployment.id());
    if (isNew && write) {
      target.addDeployment(
          deployment.id(),
          deployment.name(),
          deployment.source(),
          deployment.tenantId(),
          deployment.deployedAt(),
          hasCode);
      Map<String, String> ids = new HashMap<>();
      files.keySet().forEach(name -> ids.put(name, id(deployment.id() + "/" + name)));
      target.addResources(deployment.id(), ids, files);
    }
    for (SourceDeployed process : processes) {
      bring(
          process, files.get(process.resourceName()), documents.get(process.resourceName()), write);
    }
    if (write) {
      bringDecisions(requirements, decisions, files);
    }
  }

  private void bring(SourceDeployed process, byte[] file, ProcessDocument document, boolean write) {
    ProcessModel model = document.models().get(process.key());
    if (model == null) {
      refused.put(
          process.id(),
          "process '%s' version %d does not deploy: %s"
              .formatted(process.key(), process.version(), document.refusal()));
      return;
    }
    Deployed same = own.get(process.id());
    if (same != null) {
      keep(process, same.id(), model);
      return;
    }
    List<Deployed> ofKey =
        own.values().stream()
            .filter(one -> one.key().equals(process.key()))
            .filter(one -> Objects.equals(one.tenantId(), process.tenantId()))
            .toList();
    Optional<Deployed> equal =
        ofKey.stream()
            .filter(this::isForeign)
            .filter(one -> one.codeBecomesTopics() == document.hasCode())
            .filter(one -> target.isOf(one, file))
            .findFirst();
    if (equal.isPresent()) {
      keep(process, equal.get().id(), model);
      return;
    }
    conflict(process, ofKey)
        .ifPresentOrElse(
            conflict -> refused.put(process.id(), conflict),
            () -> add(process, model, document.hasCode(), write));
  }

  /** Whether it was deployed at the target, not brought there. */
  private boolean isForeign(Deployed definition) {
    return !sourceIds.contains(definition.id());
  }

  private Optional<String> conflict(SourceDeployed process, Collection<Deployed> ofKey) {
    List<Deployed> foreign = ofKey.stream().filter(this::isForeign).toList();
    if (ofKey.stream().anyMatch(one -> one.version() == process.version())) {
      return Optional.of(
          "the target has another process '%s' version %d"
              .formatted(process.key(), process.version()));
    }
    return foreign.stream()
        .filter(one -> one.version() < process.version())
        .map(
            one ->
                "version %d of process '%s' would become the latest, before version %d that was deployed at the target"
                    .formatted(process.version(), process.key(), one.version()))
        .findFirst();
  }

  private void keep(SourceDeployed process, String id, ProcessModel model) {
    moved.put(
        process.id(), new MovedDefinition(id, process.key(), model.info().versionTag(), model));
  }

  private void add(SourceDeployed process, ProcessModel model, boolean hasCode, boolean write) {
    own.put(
        process.id(),
        new Deployed(
            process.id(),
            process.key(),
            process.version(),
            process.tenantId(),
            process.deploymentId(),
            process.resourceName(),
            hasCode));
    keep(process, process.id(), model);
    if (write) {
      insert(process, model);
    }
  }

  private void insert(SourceDeployed process, ProcessModel model) {
    target.addProcess(
        process.id(),
        process.key(),
        process.version(),
        model.info().name(),
        model.info().category(),
        model.info().description(),
        model.info().versionTag(),
        process.tenantId(),
        process.deploymentId(),
        process.resourceName(),
        process.details().suspended(),
        model.info().historyTimeToLive(),
        model.info().startableInTasklist());
    model
        .info()
        .candidateStarterUsers()
        .forEach(
            user -> target.addStarter(id(process.id() + "/u/" + user), process.id(), user, null));
    model
        .info()
        .candidateStarterGroups()
        .forEach(
            group ->
                target.addStarter(id(process.id() + "/g/" + group), process.id(), null, group));
  }

  private void bringDecisions(
      List<SourceDeployed> requirements,
      List<SourceDeployed> decisions,
      Map<String, byte[]> files) {
    for (SourceDeployed graph : requirements) {
      if (isReadable(graph, files) && decisionIds.add(graph.id())) {
        target.addRequirements(
            graph.id(),
            graph.key(),
            graph.version(),
            graph.details().name(),
            graph.details().category(),
            graph.tenantId(),
            graph.deploymentId(),
            graph.resourceName());
      }
    }
    for (SourceDeployed decision : decisions) {
      if (isReadable(decision, files) && decisionIds.add(decision.id())) {
        target.addDecision(
            decision.id(),
            decision.key(),
            decision.version(),
            decision.details().name(),
            decision.details().category(),
            decision.details().versionTag(),
            decision.tenantId(),
            decision.deploymentId(),
            decision.resourceName(),
            decision.details().historyTimeToLive(),
            decision.requirements().id(),
            decision.requirements().key());
      }
    }
  }

  private static boolean isReadable(SourceDeployed definition, Map<String, byte[]> files) {
    byte[] file = files.get(definition.resourceName());
    try {
      if (file != null) {
        DmnReader.read(definition.resourceName(), file);
      }
      return file != null;
    } catch (ParseException refused) {
      return false;
    }
  }

  /** The same for the same text, so that a second attempt has the same ids. */
  private static String id(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What became of the definitions of the source. */
  record Definitions(Map<String, MovedDefinition> moved, Map<String, String> refused) {
    Definitions {
      moved = Map.copyOf(moved);
      refused = Map.copyOf(refused);
    }

    /** Throws {@link CannotGoException} for one that the target does not have. */
    MovedDefinition of(String id) {
      MovedDefinition definition = moved.get(id);
      if (definition == null) {
        throw new CannotGoException(refusal(id).orElseThrow());
      }
      return definition;
    }

    /** Why the target does not have one; empty if it has it. */
    Optional<String> refusal(String id) {
      return moved.containsKey(id)
          ? Optional.empty()
          : Optional.of(refused.getOrDefault(id, "its definition is not there"));
    }
  }
}
