package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.reader.BpmnReader;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The models of definitions on this node. A definition never changes, so neither does its model.
 */
@Collaborator
public class Models {
  private final DefinitionStore definitions;
  private final Map<String, ExecutableProcess> known = new ConcurrentHashMap<>();

  /**
   * A definition with its model. Its mutable attributes (suspension, history time to live) may be
   * outdated.
   */
  public record ExecutableProcess(ProcessDefinition definition, ProcessModel model) {}

  @Inject
  Models(DefinitionStore definitions) {
    this.definitions = definitions;
  }

  /** The model of an existing definition. */
  public ExecutableProcess of(String definitionId) {
    ExecutableProcess process = known.get(definitionId);
    if (process == null) {
      process = read(definitionId);
      known.put(definitionId, process);
    }
    return process;
  }

  private ExecutableProcess read(String definitionId) {
    ProcessDefinition definition = definitions.find(definitionId).orElseThrow();
    DefinitionStore.Document document = definitions.document(definitionId).orElseThrow();
    ProcessModel model =
        BpmnReader.readDeployed(
                definition.resource(), document.content(), document.codeBecomesTopics())
            .stream()
            .filter(process -> process.key().equals(definition.key()))
            .findFirst()
            .orElseThrow();
    return new ExecutableProcess(definition, model);
  }
}
