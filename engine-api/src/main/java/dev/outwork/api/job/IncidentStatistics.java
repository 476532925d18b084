package dev.outwork.api.job;

/** The number of open incidents of one type. */
public record IncidentStatistics(String incidentType, int incidentCount) {}
