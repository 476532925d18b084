package dev.outwork.api.incident;

import dev.outwork.api.ListQuery;
import java.util.List;
import java.util.Optional;

/** Shows the incidents that are open. */
public interface IncidentService {
  List<Incident> incidents(ListQuery<IncidentFilter, IncidentSort> query);

  long countIncidents(ListQuery<IncidentFilter, IncidentSort> query);

  Optional<Incident> incident(String id);
}
