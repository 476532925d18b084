package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * What a document says of a process as a whole.
 *
 * @param key id of the process element
 * @param name may be null
 * @param category target namespace of the document
 * @param description documentation of the process, may be null
 * @param versionTag may be null
 * @param historyTimeToLive days, may be null
 * @param initiator the variable that takes who has started an instance; null for none
 * @param candidateStarterUsers who should start it
 */
public record ProcessInfo(
    String key,
    String name,
    String category,
    String description,
    String versionTag,
    Integer historyTimeToLive,
    boolean startableInTasklist,
    String initiator,
    List<String> candidateStarterUsers,
    List<String> candidateStarterGroups) {
  public ProcessInfo {
    candidateStarterUsers = List.copyOf(candidateStarterUsers);
    candidateStarterGroups = List.copyOf(candidateStarterGroups);
  }
}
