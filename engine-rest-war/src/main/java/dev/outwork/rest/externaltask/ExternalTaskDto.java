package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.externaltask.ExternalTask;

/**
 * An external task in a list (docs/rest-api.md, "External task fields"): its properties are named
 * as those of the API.
 */
public record ExternalTaskDto(@JsonUnwrapped ExternalTask task) {}
