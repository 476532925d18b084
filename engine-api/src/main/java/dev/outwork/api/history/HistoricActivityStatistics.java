package dev.outwork.api.history;

/**
 * How often instances of a definition came to an activity. A count that was not asked for is 0.
 *
 * @param id of the activity in the model
 * @param instances under way
 * @param canceled cancelled before they completed
 * @param finished ended, cancelled ones among them
 * @param completeScope whose token ended there
 */
public record HistoricActivityStatistics(
    String id,
    long instances,
    long canceled,
    long finished,
    long completeScope,
    long openIncidents,
    long resolvedIncidents,
    long deletedIncidents) {}
