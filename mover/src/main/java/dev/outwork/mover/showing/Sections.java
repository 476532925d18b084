package dev.outwork.mover.showing;

import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.mover.judging.BlockedGroup;
import dev.outwork.mover.judging.DefinitionReport;
import dev.outwork.mover.judging.DefinitionReport.InstanceCount;
import dev.outwork.mover.judging.MoveReport;
import dev.outwork.mover.judging.MoveReport.Remnants;
import dev.outwork.mover.judging.MoveReport.SourceFacts;
import dev.outwork.mover.judging.Verdict;
import dev.outwork.mover.reading.ElementCount;
import dev.outwork.mover.reading.NamedCount;
import dev.outwork.mover.reading.SourceDefinition;
import dev.outwork.mover.reading.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read of a report, as tables; those without rows are left out. */
final class Sections {
  private final MoveReport report;
  private final Map<String, String> names;

  private Sections(MoveReport report) {
    this.report = report;
    this.names =
        report.definitions().stream()
            .map(DefinitionReport::definition)
            .collect(Collectors.toMap(SourceDefinition::id, Sections::name, (one, other) -> one));
  }

  static List<Section> of(MoveReport report) {
    Sections all = new Sections(report);
    return Stream.of(
            all.summary(),
            all.blocked(),
            all.definitions(),
            all.problems(),
            all.topics(),
            all.standings(),
            all.activities(),
            all.incidents(),
            all.javaVariables(),
            all.remnants(),
            all.history(),
            all.differences(),
            all.warnings())
        .filter(section -> !section.rows().isEmpty())
        .toList();
  }

  private Section summary() {
    SourceFacts source = report.source();
    InstanceCount instances = report.instances();
    return new Section(
        "Summary",
        "",
        List.of("", ""),
        List.of(
            List.of("Source", source.url()),
            List.of("Database", source.database()),
            List.of("Schema", source.schemaVersion() + " (" + source.engine() + ")"),
            List.of("Read at", source.readAt().toString()),
            List.of("Definitions that deploy as they are", verdicts(Verdict.DEPLOYS_AS_IS)),
            List.of(
                "Definitions that deploy with code-becomes-topics",
                verdicts(Verdict.CODE_BECOMES_TOPICS)),
            List.of("Definitions that do not deploy", verdicts(Verdict.REFUSED)),
            List.of("Process instances", number(instances.all())),
            List.of("of them called by others", number(instances.called())),
            List.of("of them suspended", number(instances.suspended())),
            List.of("of them cannot go as they are", number(instances.blocked()))));
  }

  private String verdicts(Verdict verdict) {
    return number(report.count(verdict));
  }

  private Section blocked() {
    return section(
        "Who cannot go",
        "An instance with several reasons is in several rows. --list REASON prints all ids.",
        List.of("Reason", "Code", "Definition", "Elements", "Details", "Instances", "For example"),
        report.blocked(),
        group ->
            List.of(
                group.reason().text(),
                group.reason().name(),
                nameOf(group.definitionId()),
                String.join(", ", group.elements()),
                String.join(", ", group.details()),
                number(group.instances()),
                examples(group)));
  }

  private static String examples(BlockedGroup group) {
    return String.join(", ", group.examples());
  }

  private Section definitions() {
    return section(
        "Definitions",
        "",
        List.of("Definition", "Name", "Kind", "Deployment", "Instances", "Cannot go"),
        report.definitions(),
        found ->
            List.of(
                name(found.definition()),
                text(found.definition().name()),
                found.definition().kind().name().toLowerCase(Locale.ROOT),
                found.verdict().text(),
                number(found.instances().all()),
                number(found.instances().blocked())));
  }

  private Section problems() {
    return notices("Why definitions do not deploy", DefinitionReport::problems);
  }

  private Section warnings() {
    return notices("Warnings about models", DefinitionReport::warnings);
  }

  private Section notices(String title, Function<DefinitionReport, List<Problem>> of) {
    List<List<String>> rows = new ArrayList<>();
    for (DefinitionReport found : report.definitions()) {
      for (Problem problem : of.apply(found)) {
        rows.add(List.of(name(found.definition()), place(problem), problem.message()));
      }
    }
    return new Section(title, "", List.of("Definition", "Line", "Problem"), rows);
  }

  private static String place(Problem problem) {
    return problem.line() == 0 ? "" : number(problem.line());
  }

  private Section topics() {
    List<List<String>> rows = new ArrayList<>();
    for (DefinitionReport found : report.definitions()) {
      found
          .topics()
          .forEach(
              topic ->
                  rows.add(
                      List.of(
                          name(found.definition()),
                          topic.activityId(),
                          topic.topicName(),
                          topic.code())));
    }
    return new Section(
        "Code that becomes topics",
        "Each needs a worker: docs/delegates.md.",
        List.of("Definition", "Element", "Topic", "Code"),
        rows);
  }

  private Section standings() {
    return section(
        "Who waits where",
        "Boundary events and event sub-processes wait beside their activity.",
        List.of("Definition", "Element", "Waits for", "Name", "Tokens", "Instances", ""),
        report.standings().stream()
            .sorted(Comparator.comparing((Standing standing) -> nameOf(standing.definitionId())))
            .toList(),
        standing ->
            List.of(
                nameOf(standing.definitionId()),
                text(standing.activityId()),
                standing.waitsFor().text(),
                text(standing.name()),
                number(standing.tokens()),
                number(standing.instances()),
                remarks(standing)));
  }

  private static String remarks(Standing standing) {
    List<String> remarks = new ArrayList<>();
    if (standing.locked() > 0) {
      remarks.add(standing.locked() + " locked");
    }
    if (standing.exhausted() > 0) {
      remarks.add(standing.exhausted() + " without retries");
    }
    return String.join(", ", remarks);
  }

  private Section activities() {
    return counts("Active tokens", "Active", report.activities());
  }

  private Section incidents() {
    return counts("Incidents", "Incidents", report.incidents());
  }

  private Section javaVariables() {
    return counts("Variables that are serialized Java", "Variables", report.javaVariables());
  }

  private Section counts(String title, String what, List<ElementCount> counts) {
    return section(
        title,
        "",
        List.of("Definition", "Element", "Name", what, "Instances"),
        counts,
        count ->
            List.of(
                nameOf(count.definitionId()),
                text(count.activityId()),
                text(count.name()),
                number(count.count()),
                number(count.instances())));
  }

  private Section remnants() {
    Remnants remnants = report.remnants();
    List<List<String>> rows = new ArrayList<>();
    add(rows, "case (CMMN)", remnants.cases());
    add(rows, "batch", remnants.batches());
    if (remnants.standaloneTasks() > 0) {
      rows.add(List.of("user task without a process", "", number(remnants.standaloneTasks())));
    }
    return new Section("What has no place here", "", List.of("What", "Name", "Count"), rows);
  }

  private Section history() {
    List<List<String>> rows = new ArrayList<>();
    if (report.history().endedInstances() > 0) {
      rows.add(
          List.of(
              "ended process instances",
              number(report.history().endedInstances()),
              "with --history all"));
    }
    report
        .history()
        .notKept()
        .forEach(
            kind -> rows.add(List.of(text(kind.name()), number(kind.count()), "not kept here")));
    return new Section(
        "History",
        "What has ended in running instances comes over with --history running.",
        List.of("What", "Rows", "Comes over"),
        rows);
  }

  private static void add(List<List<String>> rows, String what, List<NamedCount> counts) {
    counts.forEach(count -> rows.add(List.of(what, text(count.name()), number(count.count()))));
  }

  private Section differences() {
    return section(
        "What will be different",
        "Of docs/compatibility.md, the entries about what is in this source.",
        List.of("Topic", "Camunda 7.24", "Outwork", "Reason", "In"),
        report.differences(),
        difference ->
            List.of(
                difference.topic(),
                difference.camunda(),
                difference.outwork(),
                difference.reason(),
                String.join(", ", difference.definitionKeys())));
  }

  private static <T> Section section(
      String title, String note, List<String> heads, List<T> facts, Function<T, List<String>> row) {
    return new Section(title, note, heads, facts.stream().map(row).toList());
  }

  private String nameOf(String definitionId) {
    return names.getOrDefault(text(definitionId), text(definitionId));
  }

  private static String name(SourceDefinition definition) {
    String tenant = definition.tenantId() == null ? "" : " of " + definition.tenantId();
    return definition.key() + tenant + " v" + definition.version();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static String number(long value) {
    return Long.toString(value);
  }
}
