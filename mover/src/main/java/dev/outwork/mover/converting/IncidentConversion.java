package dev.outwork.mover.converting;

import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceIncident;
import java.util.List;
import java.util.Set;

/** The open incidents of an instance. */
final class IncidentConversion {
  private static final Set<String> OF_RETRIES = Set.of("failedJob", "failedExternalTask");

  private final ConvertedInstance instance;
  private final HierarchyRows rows;

  IncidentConversion(ConvertedInstance instance, HierarchyRows rows) {
    this.instance = instance;
    this.rows = rows;
  }

  /** Whether it ends when retries are set; all others were created by somebody. */
  static boolean isOfRetries(SourceIncident incident) {
    return OF_RETRIES.contains(incident.type());
  }

  void addTo(List<TargetRow> converted) {
    rows.incidents(instance.id()).forEach(incident -> converted.add(row(incident)));
  }

  private TargetRow row(SourceIncident incident) {
    return instance
        .row(TargetTable.INCIDENT, incident.id())
        .with("type", incident.type())
        .with("state", "OPEN")
        .with("execution_id", execution(incident))
        .with("activity_id", incident.at().activityId())
        .with("failed_activity_id", incident.at().failedActivityId())
        .with("configuration", incident.cause().configuration())
        .with("message", incident.message())
        .with("annotation", incident.annotation())
        .with("created_at", incident.createdAt())
        .with("cause_incident_id", incident.cause().incidentId())
        .with("root_cause_incident_id", incident.cause().rootIncidentId());
  }

  private String execution(SourceIncident incident) {
    return instance
        .places()
        .leaf(incident.executionId())
        .map(TokenPlace::id)
        .or(() -> instance.places().owner(incident.executionId()))
        .orElse(instance.id());
  }
}
