package dev.outwork.api.deployment;

/**
 * Names of the extension properties by which a worker learns what code an external task stands for,
 * if its process was deployed with {@link DeploymentRequest#codeBecomesTopics()}. Workers get them
 * if they fetch with extension properties.
 */
public final class CodeProperty {
  /**
   * What kind of code: {@code class}, {@code delegateExpression}, {@code expression}, {@code
   * script} or {@code connector}.
   */
  public static final String KIND = "outwork.code";

  /** The class, expression or script as written, or the id of the connector. */
  public static final String TEXT = "outwork.code.text";

  /** The language of a script, in lower case; {@code juel} if the model names none. */
  public static final String FORMAT = "outwork.code.format";

  /** Where the text of a script is, if it is not in the model, as written. */
  public static final String RESOURCE = "outwork.code.resource";

  /**
   * When the code was to run, if it is not the work of the element itself: {@code start}, {@code
   * end} or, on a sequence flow, {@code take} for an execution listener, {@code create} or {@code
   * complete} for a task listener, {@code input} or {@code output} for the script of a parameter.
   */
  public static final String EVENT = "outwork.code.event";

  /** Of a listener on a sequence flow: the id of the flow. */
  public static final String TRANSITION = "outwork.code.transition";

  /** Of the script of a parameter: the name of the parameter, which takes its result. */
  public static final String PARAMETER = "outwork.code.parameter";

  /** The name of the element, if it has one. */
  public static final String ACTIVITY_NAME = "outwork.code.activityName";

  /** The variable that takes what the code gives back; not there if none does. */
  public static final String RESULT_VARIABLE = "outwork.code.resultVariable";

  /** Before the name of a field: its text. */
  public static final String FIELD = "outwork.code.field.";

  /** Before the name of a field: its expression as written. */
  public static final String FIELD_EXPRESSION = "outwork.code.fieldExpression.";

  /** The local variable that a worker sets to what the code gives back. */
  public static final String RESULT = "result";

  private CodeProperty() {}
}
