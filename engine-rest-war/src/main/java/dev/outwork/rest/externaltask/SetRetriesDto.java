package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The retries to set, and selectors for the tasks (wire section 3.6). */
public record SetRetriesDto(
    Integer retries,
    List<String> externalTaskIds,
    List<String> processInstanceIds,
    ObjectNode externalTaskQuery,
    ObjectNode processInstanceQuery,
    ObjectNode historicProcessInstanceQuery) {}
