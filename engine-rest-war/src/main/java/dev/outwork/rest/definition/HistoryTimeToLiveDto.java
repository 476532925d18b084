package dev.outwork.rest.definition;

/**
 * For how many days what a definition has executed is of interest.
 *
 * @param historyTimeToLive null for ever
 */
public record HistoryTimeToLiveDto(Integer historyTimeToLive) {}
