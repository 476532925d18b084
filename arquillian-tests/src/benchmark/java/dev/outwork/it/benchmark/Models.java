package dev.outwork.it.benchmark;

/** The processes that are played. */
final class Models {
  /** start, transcode, upload, end. */
  static final String VIDEO =
      document(
          "bench-video",
          """
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="transcode"/>
          <serviceTask id="transcode" camunda:type="external" camunda:topic="bench-transcode"/>
          <sequenceFlow id="f2" sourceRef="transcode" targetRef="upload"/>
          <serviceTask id="upload" camunda:type="external" camunda:topic="bench-upload"/>
          <sequenceFlow id="f3" sourceRef="upload" targetRef="end"/>
          <endEvent id="end"/>
          """);

  /** start, fork, three tasks at once, join, end. */
  static final String FORK =
      document(
          "bench-fork",
          """
          <startEvent id="start"/>
          <sequenceFlow id="f0" sourceRef="start" targetRef="fork"/>
          <parallelGateway id="fork"/>
          <sequenceFlow id="a1" sourceRef="fork" targetRef="a"/>
          <sequenceFlow id="b1" sourceRef="fork" targetRef="b"/>
          <sequenceFlow id="c1" sourceRef="fork" targetRef="c"/>
          <serviceTask id="a" camunda:type="external" camunda:topic="bench-branch"/>
          <serviceTask id="b" camunda:type="external" camunda:topic="bench-branch"/>
          <serviceTask id="c" camunda:type="external" camunda:topic="bench-branch"/>
          <sequenceFlow id="a2" sourceRef="a" targetRef="join"/>
          <sequenceFlow id="b2" sourceRef="b" targetRef="join"/>
          <sequenceFlow id="c2" sourceRef="c" targetRef="join"/>
          <parallelGateway id="join"/>
          <sequenceFlow id="f4" sourceRef="join" targetRef="end"/>
          <endEvent id="end"/>
          """);

  private Models() {}

  /** start, one task on its own topic, end. */
  static String one(String key, String topic) {
    return document(
        key,
        """
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
        <serviceTask id="work" camunda:type="external" camunda:topic="%s"/>
        <sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
        <endEvent id="end"/>
        """
            .formatted(topic));
  }

  private static String document(String key, String elements) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                 targetNamespace="benchmark">
      <process id="%s" isExecutable="true" camunda:historyTimeToLive="30">
    %s
      </process>
    </definitions>
    """
        .formatted(key, elements);
  }
}
