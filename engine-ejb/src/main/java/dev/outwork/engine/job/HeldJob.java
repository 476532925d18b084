package dev.outwork.engine.job;

import dev.outwork.api.NotFoundException;
import dev.outwork.engine.token.Instance;

/**
 * A locked job and its locked instance.
 *
 * @param instance null if the job starts one
 */
record HeldJob(JobRow job, Instance instance) {
  static NotFoundException notFound(String id) {
    return new NotFoundException("No job found with id '%s'".formatted(id));
  }
}
