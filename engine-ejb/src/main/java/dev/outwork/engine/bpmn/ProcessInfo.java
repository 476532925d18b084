package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * The attributes of a process.
 *
 * @param key id of the process element
 * @param name may be null
 * @param category target namespace of the document
 * @param description documentation of the process, may be null
 * @param versionTag may be null
 * @param historyTimeToLive in days, may be null
 * @param initiator the variable that receives the user who started the instance; null for none
 * @param candidateStarterUsers users who are meant to start it
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
