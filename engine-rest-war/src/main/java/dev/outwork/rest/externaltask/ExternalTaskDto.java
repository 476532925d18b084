package dev.outwork.rest.externaltask;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.externaltask.ExternalTask;

/** A task as lists show it (wire section 3.1): its properties are named as those of the API. */
public record ExternalTaskDto(@JsonUnwrapped ExternalTask task) {}
