package dev.outwork.api.incident;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Shows the incidents that are open, and ends those that nothing else ends. */
public interface IncidentService {
  List<Incident> incidents(ListQuery<IncidentFilter, IncidentSort> query);

  long countIncidents(ListQuery<IncidentFilter, IncidentSort> query);

  Optional<Incident> incident(String id);

  /**
   * Ends an incident that somebody has looked into, and those that callers have from it. Incidents
   * of external tasks and jobs end when these get retries.
   *
   * @throws NotFoundException if no such incident is open
   * @throws BadUserRequestException if it is of an external task, a job, or of no execution
   */
  void resolveIncident(String id);

  /**
   * Notes something down with an open incident; it replaces an earlier note.
   *
   * @param annotation at most 4,000 characters
   * @throws BadUserRequestException if no such incident is open
   */
  void setAnnotation(String id, String annotation);

  /**
   * Takes the note away.
   *
   * @throws BadUserRequestException if no such incident is open
   */
  void clearAnnotation(String id);
}
