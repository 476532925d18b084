package dev.outwork.mover.judging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.mover.judging.DefinitionReport.InstanceCount;
import dev.outwork.mover.judging.MoveReport.History;
import dev.outwork.mover.judging.MoveReport.Remnants;
import dev.outwork.mover.judging.MoveReport.SourceFacts;
import dev.outwork.mover.reading.ElementCount;
import dev.outwork.mover.reading.SourceDefinition;
import dev.outwork.mover.reading.SourceReader;
import dev.outwork.mover.reading.StandingReader;
import dev.outwork.mover.source.Source;
import dev.outwork.mover.source.SourceAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Makes the report on a source. */
public final class Reporter {
  private static final String BODY = "#multiInstanceBody";

  private final Source source;
  private final SourceReader reader;
  private final Map<SourceDefinition, ModelJudgement> judgements = new LinkedHashMap<>();

  private Reporter(Source source) {
    this.source = source;
    this.reader = new SourceReader(source);
  }

  /**
   * @param listener is told each reason and the id of each instance that has it
   */
  public static MoveReport report(
      Source source, SourceAddress address, Instant now, BiConsumer<Reason, String> listener) {
    return new Reporter(source).report(address, now, listener);
  }

  private MoveReport report(
      SourceAddress address, Instant now, BiConsumer<Reason, String> listener) {
    judgeDefinitions();
    BlockedInstances blocked = new BlockedInstances(refused(), listener);
    reader.eachInstance(blocked);
    blocked.end();
    List<ElementCount> activities = reader.activities();
    List<ElementCount> javaVariables = reader.javaVariables();
    Remnants remnants = new Remnants(reader.cases(), reader.batches(), reader.standaloneTasks());
    List<DefinitionReport> definitions = definitions(blocked);
    return new MoveReport(
        MoveReport.FORMAT,
        new SourceFacts(
            address.shown(),
            source.database(),
            source.version().text(),
            source.version().engine(),
            now),
        definitions.stream()
            .map(DefinitionReport::instances)
            .reduce(InstanceCount.NONE, InstanceCount::plus),
        definitions,
        activities,
        StandingReader.read(source, now),
        reader.incidents(),
        groups(blocked, activities, javaVariables, listener),
        javaVariables,
        remnants,
        new History(reader.endedInstances(), reader.historyNotKept()),
        differences(remnants, javaVariables));
  }

  // Files one at a time; several definitions may be in one.
  private void judgeDefinitions() {
    List<SourceDefinition> definitions = reader.definitions();
    definitions.forEach(definition -> judgements.put(definition, null));
    definitions.stream()
        .collect(groupingBy(SourceDefinition::resource, LinkedHashMap::new, toList()))
        .forEach(
            (resource, together) -> {
              ModelJudgement judgement = judge(together.get(0));
              together.forEach(definition -> judgements.put(definition, judgement));
            });
  }

  private ModelJudgement judge(SourceDefinition definition) {
    String name = definition.resource().name();
    return reader
        .content(definition.resource())
        .map(content -> ModelJudge.judge(definition.kind(), name, content))
        .orElseGet(() -> ModelJudge.lost(name));
  }

  private Set<String> refused() {
    return judgements.entrySet().stream()
        .filter(judged -> judged.getValue().verdict() == Verdict.REFUSED)
        .map(judged -> judged.getKey().id())
        .collect(toSet());
  }

  private List<DefinitionReport> definitions(BlockedInstances blocked) {
    return judgements.entrySet().stream()
        .map(judged -> definition(judged.getKey(), judged.getValue(), blocked))
        .toList();
  }

  private static DefinitionReport definition(
      SourceDefinition definition, ModelJudgement judgement, BlockedInstances blocked) {
    return new DefinitionReport(
        definition,
        judgement.verdict(),
        judgement.problems(),
        judgement.warnings(),
        judgement.topics().getOrDefault(definition.key(), List.of()),
        blocked.countOf(definition.id()));
  }

  private List<BlockedGroup> groups(
      BlockedInstances blocked,
      List<ElementCount> activities,
      List<ElementCount> javaVariables,
      BiConsumer<Reason, String> listener) {
    Map<String, Set<String>> elements = refusedElements();
    Stream<BlockedGroup> instances =
        blocked.groups().stream().map(group -> described(group, elements, javaVariables));
    return Stream.concat(instances, atRefusedElements(elements, activities, listener))
        .sorted(Comparator.comparing(BlockedGroup::reason))
        .toList();
  }

  /** By the id of the definition. */
  private Map<String, Set<String>> refusedElements() {
    Map<String, Set<String>> elements = new LinkedHashMap<>();
    judgements.forEach(
        (definition, judgement) ->
            judgement.problems().stream()
                .map(Problem::elementIds)
                .filter(ids -> !ids.isEmpty())
                .forEach(
                    ids ->
                        elements
                            .computeIfAbsent(definition.id(), id -> new TreeSet<>())
                            .add(ids.get(0))));
    return elements;
  }

  private static BlockedGroup described(
      BlockedGroup group, Map<String, Set<String>> elements, List<ElementCount> javaVariables) {
    return switch (group.reason()) {
      case DEFINITION_REFUSED ->
          with(
              group, List.copyOf(elements.getOrDefault(group.definitionId(), Set.of())), List.of());
      case JAVA_VALUES -> with(group, List.of(), names(group.definitionId(), javaVariables));
      default -> group;
    };
  }

  private static BlockedGroup with(
      BlockedGroup group, List<String> elements, List<String> details) {
    return new BlockedGroup(
        group.reason(),
        group.definitionId(),
        elements,
        details,
        group.instances(),
        group.examples());
  }

  private static List<String> names(String definitionId, List<ElementCount> javaVariables) {
    return javaVariables.stream()
        .filter(variable -> variable.definitionId().equals(definitionId))
        .map(ElementCount::name)
        .toList();
  }

  private Stream<BlockedGroup> atRefusedElements(
      Map<String, Set<String>> elements,
      List<ElementCount> activities,
      BiConsumer<Reason, String> listener) {
    return activities.stream()
        .filter(
            activity ->
                elements
                    .getOrDefault(activity.definitionId(), Set.of())
                    .contains(activity.activityId().replace(BODY, "")))
        .map(activity -> atRefusedElement(activity, listener));
  }

  private BlockedGroup atRefusedElement(
      ElementCount activity, BiConsumer<Reason, String> listener) {
    List<String> examples = new ArrayList<>();
    reader.eachInstanceAt(
        activity.definitionId(),
        activity.activityId(),
        id -> {
          if (examples.size() < BlockedInstances.EXAMPLES) {
            examples.add(id);
          }
          listener.accept(Reason.ELEMENT_NOT_EXECUTED, id);
        });
    return new BlockedGroup(
        Reason.ELEMENT_NOT_EXECUTED,
        activity.definitionId(),
        List.of(activity.activityId()),
        List.of(),
        activity.instances(),
        examples);
  }

  private List<Difference> differences(Remnants remnants, List<ElementCount> javaVariables) {
    Map<Construct, Set<String>> keys = new EnumMap<>(Construct.class);
    judgements.forEach(
        (definition, judgement) -> {
          Set<Construct> used = judgement.constructs().getOrDefault(definition.key(), Set.of());
          used.forEach(
              construct ->
                  keys.computeIfAbsent(construct, of -> new TreeSet<>()).add(definition.key()));
        });
    if (judgements.keySet().stream().anyMatch(definition -> definition.tenantId() != null)) {
      keys.put(Construct.TENANTS, Set.of());
    }
    if (!javaVariables.isEmpty()) {
      keys.put(Construct.JAVA_VALUES, Set.of());
    }
    if (remnants.standaloneTasks() > 0) {
      keys.put(Construct.STANDALONE_TASKS, Set.of());
    }
    CompatibilityPage page = CompatibilityPage.read();
    return keys.entrySet().stream()
        .map(used -> page.about(used.getKey(), List.copyOf(used.getValue())))
        .toList();
  }
}
