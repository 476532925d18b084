package dev.outwork.engine.bpmn.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a document may contain: everything else is refused, so that nothing is silently left out of
 * a process.
 *
 * <p>A kind of element with a rule may have the attributes ({@code @}) and children of its rule;
 * {@code @name=one|other} allows these values only. {@code ~} marks what is passed over with a
 * warning, {@code ?} what is so if the element is external. A rule for {@code parent>kind} goes
 * before that for {@code kind}. A child without a rule is descriptive: it is not looked into.
 */
final class Whitelist {
  private static final String BASE =
      "@id documentation extensionElements camunda:properties @camunda:modelerTemplate @camunda:modelerTemplateVersion";

  private static final String BORDERS =
      " @camunda:async=true|false @camunda:asyncBefore=true|false @camunda:asyncAfter=true|false @camunda:exclusive"
          + " camunda:failedJobRetryTimeCycle";
  private static final String NODE =
      BASE
          + BORDERS
          + " @camunda:jobPriority @name auditing monitoring categoryValueRef incoming outgoing";
  private static final String PARAMETERS = " camunda:inputOutput";
  private static final String DATA =
      " property ioSpecification dataInput dataOutput dataInputAssociation dataOutputAssociation inputSet outputSet";
  private static final String ACTIVITY =
      NODE
          + DATA
          + PARAMETERS
          + " @default @isForCompensation=true|false @startQuantity=1 @completionQuantity=1"
          + " multiInstanceLoopCharacteristics";
  private static final String EXTERNAL =
      " @camunda:type @camunda:topic @camunda:taskPriority camunda:errorEventDefinition"
          + " ?@camunda:class ?@camunda:delegateExpression ?@camunda:expression ?@camunda:resultVariable ?camunda:field";
  private static final String FORM =
      " ~@camunda:formRef ~@camunda:formRefBinding ~@camunda:formRefVersion";
  private static final String ARTIFACTS =
      " textAnnotation association group dataObject dataObjectReference dataStoreReference laneSet";
  private static final String FLOW_NODES =
      " startEvent endEvent intermediateThrowEvent intermediateCatchEvent boundaryEvent task manualTask serviceTask"
          + " scriptTask sendTask businessRuleTask userTask receiveTask callActivity exclusiveGateway parallelGateway"
          + " inclusiveGateway eventBasedGateway subProcess transaction";
  private static final String SCOPE = ARTIFACTS + FLOW_NODES + " sequenceFlow";
  private static final String TRIGGERS =
      " messageEventDefinition timerEventDefinition signalEventDefinition conditionalEventDefinition";
  private static final String EXPRESSION = "@id @evaluatesToTypeRef";

  /** Flow nodes, supported or not. */
  static final Set<String> FLOW_NODE_KINDS =
      Set.of(
          (FLOW_NODES
                  + " adHocSubProcess implicitThrowEvent complexGateway subChoreography choreographyTask"
                  + " callChoreography event")
              .strip()
              .split(" "));

  private static final Map<String, Allowed> RULES = new HashMap<>();

  static {
    document();
    events();
    eventDefinitions();
    activities();
    rule("exclusiveGateway", NODE + " @gatewayDirection @default");
    rule("inclusiveGateway", NODE + " @gatewayDirection @default");
    rule("parallelGateway", NODE + " @gatewayDirection");
    rule(
        "eventBasedGateway",
        NODE + " @gatewayDirection @instantiate=false @eventGatewayType=Exclusive");
    vendors();
  }

  private static void document() {
    rule(
        "definitions",
        "@id @name @targetNamespace @expressionLanguage @typeLanguage @exporter @exporterVersion documentation"
            + " extensionElements @camunda:diagramRelationId process collaboration category dataStore message error"
            + " signal escalation itemDefinition interface resource partnerEntity partnerRole endPoint");
    rule(
        "process",
        BASE
            + SCOPE
            + " @name @isExecutable @processType @isClosed @definitionalCollaborationRef auditing monitoring property"
            + " @camunda:taskPriority @camunda:jobPriority @camunda:versionTag @camunda:historyTimeToLive"
            + " @camunda:isStartableInTasklist");
    rule(
        "sequenceFlow",
        BASE + " @name @sourceRef @targetRef @isImmediate auditing monitoring conditionExpression");
    rule("conditionExpression", EXPRESSION + " @language");
    rule("error", BASE + " @name @errorCode @structureRef @camunda:errorMessage");
    rule("escalation", BASE + " @name @escalationCode @structureRef");
    rule("message", BASE + " @name @itemRef");
    rule("signal", BASE + " @name @structureRef");
  }

  private static void events() {
    rule(
        "startEvent",
        NODE
            + DATA
            + TRIGGERS
            + FORM
            + " ~@camunda:formKey @isInterrupting=true|false @parallelMultiple=false errorEventDefinition"
            + " escalationEventDefinition");
    rule(
        "intermediateCatchEvent",
        NODE + DATA + PARAMETERS + TRIGGERS + " @parallelMultiple=false linkEventDefinition");
    rule(
        "intermediateThrowEvent",
        NODE
            + DATA
            + PARAMETERS
            + " messageEventDefinition signalEventDefinition escalationEventDefinition compensateEventDefinition"
            + " linkEventDefinition");
    rule(
        "endEvent",
        NODE
            + DATA
            + PARAMETERS
            + " messageEventDefinition signalEventDefinition errorEventDefinition escalationEventDefinition"
            + " compensateEventDefinition cancelEventDefinition terminateEventDefinition");
    rule(
        "boundaryEvent",
        NODE
            + DATA
            + TRIGGERS
            + " @attachedToRef @cancelActivity=true|false @parallelMultiple=false errorEventDefinition"
            + " escalationEventDefinition compensateEventDefinition cancelEventDefinition");
  }

  private static void eventDefinitions() {
    rule("messageEventDefinition", BASE + " @messageRef");
    rule("timerEventDefinition", BASE + " timeDate timeDuration timeCycle");
    rule("timeDate", EXPRESSION);
    rule("timeDuration", EXPRESSION);
    rule("timeCycle", EXPRESSION);
    rule("signalEventDefinition", BASE + " @signalRef");
    rule(
        "conditionalEventDefinition",
        BASE + " condition @camunda:variableName @camunda:variableEvents");
    rule("condition", EXPRESSION + " @language");
    rule(
        "errorEventDefinition",
        BASE + " @errorRef @camunda:errorCodeVariable @camunda:errorMessageVariable");
    rule("escalationEventDefinition", BASE + " @escalationRef @camunda:escalationCodeVariable");
    rule("linkEventDefinition", BASE + " @name source target");
    rule("compensateEventDefinition", BASE + " @waitForCompletion");
    rule("cancelEventDefinition", BASE);
    rule("terminateEventDefinition", BASE);
    for (String thrower : List.of("intermediateThrowEvent>", "endEvent>")) {
      rule(thrower + "messageEventDefinition", BASE + EXTERNAL + " @messageRef");
      rule(thrower + "signalEventDefinition", BASE + " @signalRef @camunda:async=false camunda:in");
      rule(thrower + "errorEventDefinition", BASE + " @errorRef");
      rule(thrower + "escalationEventDefinition", BASE + " @escalationRef");
      rule(thrower + "compensateEventDefinition", BASE + " @activityRef @waitForCompletion=true");
    }
  }

  private static void activities() {
    rule("task", ACTIVITY);
    rule("manualTask", ACTIVITY);
    rule("serviceTask", ACTIVITY + EXTERNAL + " @implementation");
    rule(
        "scriptTask",
        ACTIVITY
            + " script @scriptFormat @camunda:resource @camunda:resultVariable @camunda:taskPriority"
            + " camunda:errorEventDefinition");
    rule("sendTask", ACTIVITY + EXTERNAL + " @implementation @messageRef");
    rule("businessRuleTask", ACTIVITY + EXTERNAL + " @implementation");
    rule(
        "userTask",
        ACTIVITY
            + FORM
            + " @implementation humanPerformer potentialOwner @camunda:assignee @camunda:candidateUsers"
            + " @camunda:candidateGroups @camunda:dueDate @camunda:followUpDate @camunda:priority @camunda:formKey");
    rule("humanPerformer", "@id @name documentation resourceAssignmentExpression");
    rule("potentialOwner", "@id @name documentation resourceAssignmentExpression");
    rule("resourceAssignmentExpression", "@id documentation formalExpression");
    rule("formalExpression", EXPRESSION);
    rule("receiveTask", ACTIVITY + " @implementation @messageRef @instantiate=false");
    rule(
        "callActivity",
        ACTIVITY
            + " @calledElement @camunda:calledElementBinding @camunda:calledElementVersion"
            + " @camunda:calledElementVersionTag @camunda:calledElementTenantId camunda:in camunda:out");
    rule("subProcess", ACTIVITY + SCOPE + " @triggeredByEvent=true|false");
    rule("transaction", ACTIVITY + SCOPE + " @triggeredByEvent=false @method");
    rule(
        "multiInstanceLoopCharacteristics",
        BASE
            + BORDERS
            + " @isSequential @behavior=All loopCardinality loopDataInputRef inputDataItem completionCondition"
            + " @camunda:collection @camunda:elementVariable");
    rule("loopCardinality", EXPRESSION);
    rule("completionCondition", EXPRESSION + " @language");
    String association = BASE + " sourceRef targetRef";
    rule("dataInputAssociation", association);
    rule("dataOutputAssociation", association);
  }

  private static void vendors() {
    rule("camunda:connector", "camunda:connectorId camunda:inputOutput");
    rule("camunda:properties", "camunda:property");
    rule("camunda:property", "@id @name @value");
    rule("camunda:inputOutput", "camunda:inputParameter camunda:outputParameter");
    rule("camunda:inputParameter", "@name camunda:list camunda:map");
    rule("camunda:outputParameter", "@name camunda:list camunda:map");
    rule("camunda:list", "camunda:value camunda:list camunda:map");
    rule("camunda:map", "camunda:entry");
    rule("camunda:entry", "@key camunda:value camunda:list camunda:map");
    rule("camunda:value", "@id @name");
    rule(
        "camunda:in",
        "@source @sourceExpression @target @variables @local=true|false @businessKey");
    rule("camunda:out", "@source @sourceExpression @target @variables @local=true|false");
    rule("camunda:failedJobRetryTimeCycle", "");
    rule(
        "camunda:errorEventDefinition",
        "@id @errorRef @expression @errorCodeVariable @errorMessageVariable"
            + " @camunda:errorRef @camunda:expression @camunda:errorCodeVariable @camunda:errorMessageVariable");
  }

  private Whitelist() {}

  private static void rule(String kind, String words) {
    RULES.put(kind, new Allowed(words));
  }

  /** Empty for what is descriptive. */
  static Optional<Allowed> of(Element element) {
    Optional<Allowed> inItsPlace =
        element.parent().map(parent -> RULES.get(parent.kind() + ">" + element.kind()));
    return inItsPlace.or(() -> Optional.ofNullable(RULES.get(element.kind())));
  }

  /** Whether a token can be at this element, be it supported or not. */
  static boolean isFlowNode(Element element) {
    return FLOW_NODE_KINDS.contains(element.kind());
  }
}
