package dev.outwork.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** An instance that waits for everything, and the log of what one user does with it. */
abstract class LoggedScene {
  private static final String ID = "\\b[0-9a-hjkmnp-tv-z]{21}\\b";

  /** The end of the id of a definition. */
  private static final String NUMBERED = "(:1:)\\S+";

  final String key;
  final String user;
  String deployment;
  String definition;
  String instance;
  String task;
  String externalTask;
  String externalExecution;
  String job;

  /** What a preparation has made. */
  String subject;

  /** Whether Outwork's lines have ids that Camunda's have not, so that only words are compared. */
  private boolean onlyWords;

  private final Map<String, String> names = new LinkedHashMap<>();

  /** An entry, with the names of ids instead of them. */
  record Entry(String operationId, String line) {}

  LoggedScene(String key) {
    this.key = key;
    this.user = "user-of-" + key;
  }

  /** told or start --> all at once: task, external task, timer, message, signal. */
  static String document(String key) {
    return Comparison.document(
        """
        <message id="%1$sMessage" name="%1$s-message"/>
        <message id="%1$sTold" name="%1$s-told"/>
        <signal id="%1$sSignal" name="%1$s-signal"/>
        <process id="%1$s" isExecutable="true" camunda:historyTimeToLive="5">
          <startEvent id="start"/>
          <sequenceFlow id="f0" sourceRef="start" targetRef="either"/>
          <startEvent id="told"><messageEventDefinition id="%1$sD" messageRef="%1$sTold"/></startEvent>
          <sequenceFlow id="ft" sourceRef="told" targetRef="either"/>
          <exclusiveGateway id="either"/>
          <sequenceFlow id="fe" sourceRef="either" targetRef="fork"/>
          <parallelGateway id="fork"/>
          <sequenceFlow id="f1" sourceRef="fork" targetRef="task"/>
          <userTask id="task"/>
          <sequenceFlow id="f2" sourceRef="fork" targetRef="external"/>
          <serviceTask id="external" camunda:type="external" camunda:topic="%1$s"/>
          <sequenceFlow id="f3" sourceRef="fork" targetRef="timer"/>
          <intermediateCatchEvent id="timer">
            <timerEventDefinition><timeDuration>PT24H</timeDuration></timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="f4" sourceRef="fork" targetRef="receive"/>
          <receiveTask id="receive" messageRef="%1$sMessage"/>
          <sequenceFlow id="f5" sourceRef="fork" targetRef="signal"/>
          <intermediateCatchEvent id="signal">
            <signalEventDefinition id="%1$sE" signalRef="%1$sSignal"/>
          </intermediateCatchEvent>
        </process>
        """
            .formatted(key));
  }

  static String decision(String key) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                     id="graph" name="Graph" namespace="http://test">
          <decision id="%s" name="Literal">
            <variable id="v" name="x"/>
            <literalExpression id="e"><text>1</text></literalExpression>
          </decision>
        </definitions>
        """
        .formatted(key);
  }

  /** Calls an id by a name in the log. */
  final void name(String id, String name) {
    if (id != null) {
      names.put(id, name);
    }
  }

  final void nameAll() {
    name(definition, "DEFINITION");
    name(deployment, "DEPLOYMENT");
    name(instance, "INSTANCE");
    name(task, "TASK");
    name(externalTask, "EXTERNAL");
    name(externalExecution, "EXECUTION");
    name(job, "JOB");
    name(key, "KEY");
  }

  /** A line of the log: words that are compared, and ids by name. */
  final String line(List<String> words, Map<String, String> ids) {
    String said =
        words.stream().map(word -> named(Objects.toString(word))).collect(Collectors.joining(" "));
    if (onlyWords) {
      return said;
    }
    return ids.entrySet().stream()
        .filter(id -> id.getValue() != null)
        .map(id -> id.getKey() + "=" + names.getOrDefault(id.getValue(), "ANOTHER"))
        .sorted()
        .collect(Collectors.joining(" ", said + " | ", ""));
  }

  private String named(String text) {
    return names.getOrDefault(
        text, text.replace(key, "KEY").replaceAll(NUMBERED, "$1ID").replaceAll(ID, "ID"));
  }

  /** What the user has done, each operation with a number if there are several. */
  final List<String> log() {
    Map<String, Integer> operations = new HashMap<>();
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries()) {
      operations.putIfAbsent(entry.operationId(), operations.size());
      lines.add(entry.line());
    }
    Collections.sort(lines);
    lines.add(operations.size() + " operations");
    return lines;
  }

  final void compareOnlyWords() {
    onlyWords = true;
  }

  abstract List<Entry> entries();

  /** Does something as the user of this scene. */
  abstract void asUser(Runnable work);

  /** Leaves no job and no batch behind. */
  abstract void cleanUp();
}
