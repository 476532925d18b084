package dev.outwork.engine.externaltask;

import java.util.Set;

/**
 * Told within the transaction that makes tasks of these topics fetchable; meant for those who wait,
 * after its commit.
 */
public record WorkAvailable(Set<String> topics) {
  public WorkAvailable {
    topics = Set.copyOf(topics);
  }
}
