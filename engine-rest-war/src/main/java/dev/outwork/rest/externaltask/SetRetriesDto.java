package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The retries to set, and selectors for the tasks (docs/rest-api.md, "Set retries of many tasks").
 */
public record SetRetriesDto(
    Integer retries,
    List<String> externalTaskIds,
    List<String> processInstanceIds,
    ObjectNode externalTaskQuery,
    ObjectNode processInstanceQuery,
    ObjectNode historicProcessInstanceQuery) {}
