package dev.outwork.engine.bpmn;

/**
 * Start event of a process, sub-process or event sub-process (BPMN 2.0, chapter 10.5.2): where the
 * token starts.
 *
 * @param trigger the trigger that starts a process; that of an event sub-process is in {@link
 *     EventSubProcess}
 * @param formKey the form key as written; null if there is none
 * @param form the fields of its form
 */
public record StartEvent(NodeInfo info, Trigger trigger, String formKey, FormInfo form)
    implements FlowNode {
  @Override
  public void enter(Token token) {
    token.workIsDone();
  }
}
