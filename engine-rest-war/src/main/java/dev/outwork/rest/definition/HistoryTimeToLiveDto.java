package dev.outwork.rest.definition;

/**
 * How many days the ended instances of a definition stay in history.
 *
 * @param historyTimeToLive null for an unlimited time
 */
public record HistoryTimeToLiveDto(Integer historyTimeToLive) {}
