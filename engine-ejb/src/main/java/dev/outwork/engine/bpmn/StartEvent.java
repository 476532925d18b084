package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * Start event of a process, sub-process or event sub-process (BPMN 2.0, chapter 10.5.2): where the
 * token begins.
 *
 * @param trigger what begins a process with this event; that of an event sub-process stands with
 *     {@link EventSubProcess}
 * @param formKey the name of the form to fill in, as it is written; null if there is none
 * @param formFields the fields of that form
 */
public record StartEvent(NodeInfo info, Trigger trigger, String formKey, List<FormField> formFields)
    implements FlowNode {
  public StartEvent {
    formFields = List.copyOf(formFields);
  }

  @Override
  public void enter(Token token) {
    token.workIsDone();
  }
}
