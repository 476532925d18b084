package dev.outwork.rest.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * The retries to set, and selectors for the jobs (docs/rest-api.md, "Set retries of many jobs").
 */
public record SetJobRetriesDto(
    Integer retries, Instant dueDate, List<String> jobIds, ObjectNode jobQuery) {}
