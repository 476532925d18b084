package dev.outwork.engine.instance;

import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.right.ProcessRights;
import java.util.List;
import java.util.Map;

/**
 * A call that starts an instance, possibly made by the thread of another caller.
 *
 * @param instructions other nodes than the start event; empty for the start event
 * @param traceparent of what it creates; null if nobody traces it
 * @param user of the caller
 * @param rights of the caller
 */
public record Start(
    Of definition,
    String businessKey,
    Map<String, TypedValue> variables,
    List<ModificationInstruction> instructions,
    String traceparent,
    AuthenticatedUser.Snapshot user,
    ProcessRights rights) {
  /** A start by the user of this thread that nobody traces. */
  Start(
      Of definition,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions,
      ProcessRights rights) {
    this(
        definition,
        businessKey,
        variables,
        instructions,
        null,
        AuthenticatedUser.snapshot(),
        rights);
  }

  /** The same with all rights. */
  public Start(
      Of definition,
      String businessKey,
      Map<String, TypedValue> variables,
      List<ModificationInstruction> instructions) {
    this(definition, businessKey, variables, instructions, ProcessRights.ALL);
  }

  Start tracedAs(String parent) {
    return new Start(definition, businessKey, variables, instructions, parent, user, rights);
  }

  /** The definition: by its id, or the latest by its key. */
  public record Of(String id, String key, String tenantId) {}
}
