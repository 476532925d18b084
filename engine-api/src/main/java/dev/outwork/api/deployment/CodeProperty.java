package dev.outwork.api.deployment;

/**
 * Names of the extension properties that describe the code behind an external task, if its process
 * was deployed with {@link DeploymentRequest#codeBecomesTopics()}. Workers receive them if they
 * fetch with extension properties.
 */
public final class CodeProperty {
  /**
   * The kind of code: {@code class}, {@code delegateExpression}, {@code expression}, {@code script}
   * or {@code connector}.
   */
  public static final String KIND = "outwork.code";

  /** The class, expression or script as written, or the id of the connector. */
  public static final String TEXT = "outwork.code.text";

  /** The language of a script in lower case; {@code juel} if the model specifies none. */
  public static final String FORMAT = "outwork.code.format";

  /** The location of a script that is not in the model, as written. */
  public static final String RESOURCE = "outwork.code.resource";

  /**
   * The event that triggers the code, if the code is not the work of the element itself: {@code
   * start}, {@code end} or, on a sequence flow, {@code take} for an execution listener, {@code
   * create} or {@code complete} for a task listener, {@code input} or {@code output} for the script
   * of a parameter.
   */
  public static final String EVENT = "outwork.code.event";

  /** For a listener on a sequence flow: the id of the flow. */
  public static final String TRANSITION = "outwork.code.transition";

  /** For the script of a parameter: the name of the parameter that receives the result. */
  public static final String PARAMETER = "outwork.code.parameter";

  /** The name of the element, if it has one. */
  public static final String ACTIVITY_NAME = "outwork.code.activityName";

  /** The variable that receives the result of the code; absent if there is none. */
  public static final String RESULT_VARIABLE = "outwork.code.resultVariable";

  /** Prefix of the name of an injected field: the property holds its text. */
  public static final String FIELD = "outwork.code.field.";

  /** Prefix of the name of an injected field: the property holds its expression as written. */
  public static final String FIELD_EXPRESSION = "outwork.code.fieldExpression.";

  /** The local variable to which a worker sets the result of the code. */
  public static final String RESULT = "result";

  private CodeProperty() {}
}
