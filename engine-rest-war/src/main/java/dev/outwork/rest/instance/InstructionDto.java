package dev.outwork.rest.instance;

import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ModificationInstruction.Type;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One instruction to start or modify an instance (docs/rest-api.md, "Process definitions" and
 * "Modification").
 */
public record InstructionDto(
    String type,
    String activityId,
    String transitionId,
    String activityInstanceId,
    String transitionInstanceId,
    String ancestorActivityInstanceId,
    Map<String, VariableDto> variables) {

  /** A value, and whether it is local to the started activity. */
  public record VariableDto(
      String type, Object value, Map<String, Object> valueInfo, boolean local) {}

  /** An absent list is empty. */
  public static List<ModificationInstruction> readAll(List<InstructionDto> sent) {
    return sent == null ? List.of() : sent.stream().map(InstructionDto::read).toList();
  }

  private ModificationInstruction read() {
    Type known = knownType();
    if (known == Type.CANCEL) {
      requireOneOf("activityId", activityId, activityInstanceId, transitionInstanceId);
    } else if (known == Type.START_TRANSITION) {
      requireOneOf("transitionId", transitionId);
    } else {
      requireOneOf("activityId", activityId);
    }
    return new ModificationInstruction(
        known,
        activityId,
        transitionId,
        activityInstanceId,
        transitionInstanceId,
        ancestorActivityInstanceId,
        values(false),
        values(true));
  }

  private Type knownType() {
    return switch (String.valueOf(type)) {
      case "cancel" -> Type.CANCEL;
      case "startBeforeActivity" -> Type.START_BEFORE_ACTIVITY;
      case "startAfterActivity" -> Type.START_AFTER_ACTIVITY;
      case "startTransition" -> Type.START_TRANSITION;
      default ->
          throw RestException.invalidRequest(
              "Instruction type '%s' is not supported: use cancel, startBeforeActivity, startAfterActivity or startTransition"
                  .formatted(type));
    };
  }

  private void requireOneOf(String name, String... ids) {
    for (String id : ids) {
      if (id != null) {
        return;
      }
    }
    throw RestException.invalidRequest(
        "For instruction type '%s': '%s' must be set".formatted(type, name));
  }

  private Map<String, TypedValue> values(boolean local) {
    Map<String, VariableValueDto> chosen = new LinkedHashMap<>();
    if (variables != null) {
      variables.forEach(
          (name, sent) -> {
            if (sent == null) {
              // VariableReader refuses the null value and names the variable.
              chosen.put(name, null);
            } else if (sent.local() == local) {
              chosen.put(name, new VariableValueDto(sent.type(), sent.value(), sent.valueInfo()));
            }
          });
    }
    return VariableReader.readAll(chosen);
  }
}
