package dev.outwork.rest.metrics;

import dev.outwork.rest.settings.RestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The topics that metrics distinguish, at most as many as the setting allows: those that came first
 * keep their label as long as the node runs, and all others share one, because each label is a time
 * series of its own.
 */
@ApplicationScoped
public class TopicLabels {
  static final String OTHERS = "(others)";

  private final Set<String> own = new HashSet<>();
  private final int most = RestSettings.metricsMaxTopics();

  /** Gives topics their labels. */
  synchronized void assign(Collection<String> topics) {
    topics.stream().filter(topic -> !topic.isEmpty() && own.size() < most).forEach(own::add);
  }

  synchronized String of(String topic) {
    return own.contains(topic) ? topic : OTHERS;
  }
}
