package dev.outwork.engine.instance;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What instances need of external tasks. Implemented by the package that owns them. */
public interface ExternalWork {
  /** Creates external tasks. */
  void open(Instance instance, List<WorkOrder> orders, Instant now);

  /** Takes away the external tasks of these activities, with their incidents. */
  void cancel(Instance instance, Collection<String> activityInstanceIds, Instant now);

  /** The external tasks of the instance are handed out no more, or again. */
  void setSuspended(Instance instance, boolean suspended, Instant now);
}
