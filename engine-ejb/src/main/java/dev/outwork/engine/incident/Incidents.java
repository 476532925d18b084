package dev.outwork.engine.incident;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.engine.database.Entities;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.operation.Operation;
import dev.outwork.engine.operation.Operation.Kind;
import dev.outwork.engine.operation.Operation.Subject;
import dev.outwork.engine.operation.OperationLog;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The boundary of incidents. */
@Stateless
@TellsOutages
@Local(IncidentService.class)
public class Incidents implements IncidentService {
  /** The maximum length of an annotation, in characters. */
  public static final int MAX_ANNOTATION_LENGTH = 4_000;

  private static final Set<String> ENDED_BY_RETRIES =
      Set.of(Incident.FAILED_EXTERNAL_TASK, Incident.FAILED_JOB);

  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private IncidentStore store;
  @Inject private OperationLog log;
  @Inject private Clock clock;

  @Override
  public List<Incident> incidents(ListQuery<IncidentFilter, IncidentSort> query) {
    return list(query, rights()).list(IncidentEntity::toIncident);
  }

  @Override
  public long countIncidents(ListQuery<IncidentFilter, IncidentSort> query) {
    return list(query, rights()).count();
  }

  private Listing<IncidentEntity, IncidentFilter, IncidentSort> list(
      ListQuery<IncidentFilter, IncidentSort> query, ProcessRights rights) {
    return new IncidentList(entityManager, query)
        .seenBy(where -> rights.see(where, "definitionKey"));
  }

  @Override
  public Optional<Incident> incident(String id) {
    return permitted(id, rights(), Verb.READ);
  }

  private Optional<Incident> permitted(String id, ProcessRights rights, Verb verb) {
    return Entities.find(
        entityManager,
        IncidentEntity.class,
        id,
        found ->
            found
                .filter(IncidentEntity::isOpen)
                .filter(incident -> rights.permit(verb, incident.definitionKey()))
                .map(IncidentEntity::toIncident));
  }

  @Override
  public void resolveIncident(String id) {
    ProcessRights rights = rights();
    Incident incident =
        permitted(ensureNotNull("incidentId", id), rights, Verb.OPERATE)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "Cannot find an incident with id '%s': incident is null".formatted(id)));
    if (ENDED_BY_RETRIES.contains(incident.incidentType())) {
      throw new BadUserRequestException(
          "Cannot resolve an incident of type " + incident.incidentType());
    }
    if (incident.executionId() == null) {
      throw new BadUserRequestException(
          "Cannot resolve incident '%s': it has no execution".formatted(id));
    }
    store.resolve(id, incident.rootCauseIncidentId(), clock.instant());
    log.add(
        Operation.onInstance("Resolve", incident.processInstanceId())
            .change("incidentId", null, id));
  }

  @Override
  public void setAnnotation(String id, String annotation) {
    ProcessRights rights = rights();
    ensureNotNull("incidentId", id);
    if (annotation != null && annotation.length() > MAX_ANNOTATION_LENGTH) {
      throw new ProcessEngineException(
          "Cannot annotate incident '%s' with %d characters: at most %d are allowed"
              .formatted(id, annotation.length(), MAX_ANNOTATION_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
    boolean isPermitted = rights.areAll() || permitted(id, rights, Verb.OPERATE).isPresent();
    if (!isPermitted || !store.annotate(id, annotation)) {
      throw new BadUserRequestException(
          "Cannot annotate incident '%s': incident is null".formatted(id));
    }
    if (log.isWritten()) {
      permitted(id, rights, Verb.OPERATE)
          .map(incident -> annotated(incident, annotation))
          .ifPresent(log::add);
    }
  }

  private static Operation annotated(Incident incident, String annotation) {
    return Operation.of(Kind.INCIDENT, annotation == null ? "ClearAnnotation" : "SetAnnotation")
        .on(Subject.PROCESS_INSTANCE, incident.processInstanceId())
        .change("incidentId", null, incident.id());
  }

  @Override
  public void clearAnnotation(String id) {
    setAnnotation(id, null);
  }

  private ProcessRights rights() {
    return new ProcessRights(grants.ofCaller());
  }
}
