package dev.outwork.api.job;

/** How many open incidents of one type there are. */
public record IncidentStatistics(String incidentType, int incidentCount) {}
