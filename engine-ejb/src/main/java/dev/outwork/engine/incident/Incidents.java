package dev.outwork.engine.incident;

import dev.outwork.api.ListQuery;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.incident.IncidentSort;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The boundary of incidents. */
@Stateless
@Local(IncidentService.class)
public class Incidents implements IncidentService {
  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Override
  public List<Incident> incidents(ListQuery<IncidentFilter, IncidentSort> query) {
    return new IncidentList(entityManager, query)
        .list().stream().map(IncidentEntity::toIncident).toList();
  }

  @Override
  public long countIncidents(ListQuery<IncidentFilter, IncidentSort> query) {
    return new IncidentList(entityManager, query).count();
  }

  @Override
  public Optional<Incident> incident(String id) {
    return Optional.ofNullable(entityManager.find(IncidentEntity.class, id))
        .filter(IncidentEntity::isOpen)
        .map(IncidentEntity::toIncident);
  }
}
