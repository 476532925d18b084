package dev.outwork.engine.bpmn.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The allowed content of a document. BPMN content that is not listed is refused, so that nothing is
 * silently left out of a process. A vendor's content that is not listed is ignored with a warning,
 * as in Camunda 7, unless it is marked as having an effect.
 *
 * <p>Each kind of element has a rule with its attributes ({@code @}) and children;
 * {@code @name=one|other} allows these values only. {@code ~} marks content that is ignored with a
 * warning, {@code ?} content that is ignored if the element is external, {@code !} a vendor's
 * content that is refused ({@code !*}: every other child). A rule for {@code parent>kind} takes
 * precedence over that for {@code kind}. A child without a rule is descriptive: its content is not
 * checked.
 */
final class Whitelist {
  private static final String BASE =
      "@id documentation extensionElements camunda:properties @camunda:modelerTemplate @camunda:modelerTemplateVersion";

  private static final String BORDERS =
      " @camunda:async=true|false @camunda:asyncBefore=true|false @camunda:asyncAfter=true|false @camunda:exclusive"
          + " camunda:failedJobRetryTimeCycle";
  private static final String LISTENER = " !camunda:executionListener";
  private static final String NODE =
      BASE
          + LISTENER
          + BORDERS
          + " @camunda:jobPriority @name auditing monitoring categoryValueRef incoming outgoing";
  private static final String PARAMETERS = " camunda:inputOutput";
  private static final String NO_PARAMETERS = " !camunda:inputOutput";
  private static final String ROLES = " performer humanPerformer potentialOwner resourceRole";
  private static final String DATA =
      " property ioSpecification dataInput dataOutput dataInputAssociation dataOutputAssociation inputSet outputSet";
  private static final String ACTIVITY =
      NODE
          + DATA
          + PARAMETERS
          + ROLES
          + " @default @isForCompensation=true|false @startQuantity=1 @completionQuantity=1"
          + " multiInstanceLoopCharacteristics ~standardLoopCharacteristics";
  private static final String EXTERNAL =
      " @camunda:type @camunda:topic @camunda:taskPriority camunda:errorEventDefinition"
          + " ?@camunda:class !@camunda:class ?@camunda:delegateExpression !@camunda:delegateExpression"
          + " ?@camunda:expression !@camunda:expression ~@camunda:resultVariable ~camunda:field !camunda:connector";
  private static final String DECISION =
      " @camunda:decisionRef @camunda:mapDecisionResult @camunda:decisionRefBinding @camunda:decisionRefVersion"
          + " @camunda:decisionRefVersionTag @camunda:decisionRefTenantId";
  private static final String FORM =
      " camunda:formData camunda:formProperty @camunda:formKey ~@camunda:formRef ~@camunda:formRefBinding ~@camunda:formRefVersion"
          + " !@camunda:formHandlerClass";
  private static final String ARTIFACTS =
      " textAnnotation association group dataObject dataObjectReference dataStoreReference laneSet";
  private static final String FLOW_NODES =
      " startEvent endEvent intermediateThrowEvent intermediateCatchEvent boundaryEvent task manualTask serviceTask"
          + " scriptTask sendTask businessRuleTask userTask receiveTask callActivity exclusiveGateway parallelGateway"
          + " inclusiveGateway eventBasedGateway subProcess transaction";
  private static final String SCOPE = ARTIFACTS + FLOW_NODES + " sequenceFlow";
  private static final String TRIGGERS =
      " messageEventDefinition timerEventDefinition signalEventDefinition conditionalEventDefinition";
  private static final String EXPRESSION = "@id @evaluatesToTypeRef @language";

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
    rule("exclusiveGateway", NODE + NO_PARAMETERS + " @gatewayDirection @default");
    rule("inclusiveGateway", NODE + NO_PARAMETERS + " @gatewayDirection @default");
    rule("parallelGateway", NODE + NO_PARAMETERS + " @gatewayDirection");
    rule(
        "eventBasedGateway",
        NODE + NO_PARAMETERS + " @gatewayDirection @instantiate=false @eventGatewayType=Exclusive");
    vendors();
  }

  private static void document() {
    rule(
        "definitions",
        "@id @name @targetNamespace @expressionLanguage @typeLanguage @exporter @exporterVersion documentation"
            + " extensionElements @camunda:diagramRelationId process collaboration category dataStore message error"
            + " signal escalation itemDefinition interface resource partnerEntity partnerRole endPoint"
            + " extension relationship correlationProperty choreography globalChoreographyTask globalConversation"
            + " globalTask globalManualTask globalScriptTask globalUserTask globalBusinessRuleTask"
            + " messageEventDefinition timerEventDefinition signalEventDefinition conditionalEventDefinition"
            + " errorEventDefinition escalationEventDefinition linkEventDefinition compensateEventDefinition"
            + " cancelEventDefinition terminateEventDefinition");
    rule(
        "process",
        BASE
            + LISTENER
            + SCOPE
            + ROLES
            + " ioSpecification ioBinding supportedInterfaceRef supports correlationSubscription"
            + " @name @isExecutable @processType @isClosed @definitionalCollaborationRef auditing monitoring property"
            + " @camunda:taskPriority @camunda:jobPriority @camunda:versionTag @camunda:historyTimeToLive"
            + " @camunda:isStartableInTasklist @camunda:candidateStarterUsers @camunda:candidateStarterGroups"
            + " camunda:potentialStarter");
    rule(
        "sequenceFlow",
        BASE
            + LISTENER
            + " @name @sourceRef @targetRef @isImmediate auditing monitoring categoryValueRef conditionExpression");
    rule("conditionExpression", EXPRESSION + " !@camunda:resource");
    rule("error", BASE + " @name @errorCode @structureRef @camunda:errorMessage");
    rule("escalation", BASE + " @name @escalationCode @structureRef");
    rule("message", BASE + " @name @itemRef");
    rule("signal", BASE + " @name @structureRef");
  }

  private static void events() {
    String startEvent =
        NODE
            + DATA
            + TRIGGERS
            + FORM
            + NO_PARAMETERS
            + " @isInterrupting=true|false @parallelMultiple=false errorEventDefinition"
            + " escalationEventDefinition compensateEventDefinition";
    rule("startEvent", startEvent);
    rule("process>startEvent", startEvent + " @camunda:initiator");
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
            + NO_PARAMETERS
            + " @attachedToRef @cancelActivity=true|false @parallelMultiple=false errorEventDefinition"
            + " escalationEventDefinition compensateEventDefinition cancelEventDefinition");
  }

  private static void eventDefinitions() {
    rule("messageEventDefinition", BASE + " @messageRef operationRef");
    rule("timerEventDefinition", BASE + " timeDate timeDuration timeCycle");
    rule("timeDate", EXPRESSION);
    rule("timeDuration", EXPRESSION);
    rule("timeCycle", EXPRESSION);
    rule("signalEventDefinition", BASE + " @signalRef");
    rule(
        "conditionalEventDefinition",
        BASE + " condition @camunda:variableName @camunda:variableEvents");
    rule("condition", EXPRESSION + " !@camunda:resource");
    rule(
        "errorEventDefinition",
        BASE + " @errorRef @camunda:errorCodeVariable @camunda:errorMessageVariable");
    rule("escalationEventDefinition", BASE + " @escalationRef @camunda:escalationCodeVariable");
    rule("linkEventDefinition", BASE + " @name source target");
    rule("compensateEventDefinition", BASE + " @waitForCompletion");
    rule("cancelEventDefinition", BASE);
    rule("terminateEventDefinition", BASE);
    for (String thrower : List.of("intermediateThrowEvent>", "endEvent>")) {
      rule(thrower + "messageEventDefinition", BASE + EXTERNAL + " @messageRef operationRef");
      rule(
          thrower + "signalEventDefinition",
          BASE + " @signalRef @camunda:async=true|false camunda:in");
      rule(thrower + "errorEventDefinition", BASE + " @errorRef");
      rule(thrower + "escalationEventDefinition", BASE + " @escalationRef");
      rule(thrower + "compensateEventDefinition", BASE + " @activityRef @waitForCompletion=true");
    }
  }

  private static void activities() {
    rule("task", ACTIVITY);
    rule("manualTask", ACTIVITY);
    rule("serviceTask", ACTIVITY + EXTERNAL + " @implementation @operationRef");
    rule(
        "scriptTask",
        ACTIVITY
            + " script @scriptFormat @camunda:resource @camunda:resultVariable @camunda:taskPriority"
            + " camunda:errorEventDefinition");
    rule("sendTask", ACTIVITY + EXTERNAL + " @implementation @operationRef @messageRef");
    rule("businessRuleTask", ACTIVITY + EXTERNAL + DECISION + " @implementation");
    rule(
        "userTask",
        ACTIVITY
            + FORM
            + " @implementation ~rendering ~performer ~resourceRole !camunda:taskListener @camunda:assignee @camunda:candidateUsers"
            + " @camunda:candidateGroups @camunda:dueDate @camunda:followUpDate @camunda:priority");
    String role =
        BASE + " @name resourceAssignmentExpression ~resourceRef ~resourceParameterBinding";
    rule("userTask>humanPerformer", role);
    rule("userTask>potentialOwner", role);
    rule("resourceAssignmentExpression", BASE + " formalExpression ~expression");
    rule("formalExpression", EXPRESSION);
    rule("receiveTask", ACTIVITY + " @implementation @operationRef @messageRef @instantiate=false");
    rule(
        "callActivity",
        ACTIVITY
            + " !@camunda:caseRef !@camunda:variableMappingClass !@camunda:variableMappingDelegateExpression"
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
    rule("completionCondition", EXPRESSION);
    String association = BASE + " sourceRef targetRef ~transformation ~assignment";
    rule("dataInputAssociation", association);
    rule("dataOutputAssociation", association);
  }

  private static void vendors() {
    rule("camunda:connector", "camunda:connectorId camunda:inputOutput");
    rule("camunda:properties", "camunda:property");
    rule("camunda:property", "@id @name @value");
    rule("camunda:inputOutput", "camunda:inputParameter camunda:outputParameter");
    rule("camunda:inputParameter", "@name camunda:list camunda:map !*");
    rule("camunda:outputParameter", "@name camunda:list camunda:map !*");
    rule("camunda:list", "camunda:value camunda:list camunda:map !*");
    rule("camunda:map", "camunda:entry !*");
    rule("camunda:entry", "@key camunda:value camunda:list camunda:map !*");
    rule("camunda:value", "@id @name !*");
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

  /** Empty for descriptive elements. */
  static Optional<Allowed> of(Element element) {
    Optional<Allowed> inItsPlace =
        element.parent().map(parent -> RULES.get(parent.kind() + ">" + element.kind()));
    return inItsPlace.or(() -> Optional.ofNullable(RULES.get(element.kind())));
  }

  /** Whether a token can be at this element, supported or not. */
  static boolean isFlowNode(Element element) {
    return FLOW_NODE_KINDS.contains(element.kind());
  }
}
