package dev.outwork.api.incident;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Lists open incidents, and resolves those that only a person can resolve. */
public interface IncidentService {
  List<Incident> incidents(ListQuery<IncidentFilter, IncidentSort> query);

  long countIncidents(ListQuery<IncidentFilter, IncidentSort> query);

  Optional<Incident> incident(String id);

  /**
   * Resolves an incident, and the incidents that it caused in calling instances. Incidents of
   * external tasks and jobs are resolved by setting retries instead.
   *
   * @throws NotFoundException if no such incident is open
   * @throws BadUserRequestException if it belongs to an external task, to a job, or to no execution
   */
  void resolveIncident(String id);

  /**
   * Annotates an open incident; replaces an earlier annotation.
   *
   * @param annotation at most 4,000 characters
   * @throws BadUserRequestException if no such incident is open
   */
  void setAnnotation(String id, String annotation);

  /**
   * Removes the annotation of an open incident.
   *
   * @throws BadUserRequestException if no such incident is open
   */
  void clearAnnotation(String id);
}
