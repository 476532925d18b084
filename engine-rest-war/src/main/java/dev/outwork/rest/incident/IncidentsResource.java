package dev.outwork.rest.incident;

import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentService;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** Open incidents. */
@QueriedBy(filters = IncidentFilter.class, sorting = IncidentSort.class)
@Path("incident")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class IncidentsResource {
  private static final ListQueryReader<IncidentFilter, IncidentSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(IncidentFilter.class, IncidentSort.class, Set.of()));

  @Inject private IncidentService incidents;

  @GET
  public List<IncidentDto> list(@Context UriInfo uri) {
    return incidents.incidents(READER.read(uri.getQueryParameters())).stream()
        .map(IncidentDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(incidents.countIncidents(READER.read(uri.getQueryParameters())));
  }

  @GET
  @Path("{id}")
  public IncidentDto get(@PathParam("id") String id) {
    return incidents
        .incident(id)
        .map(IncidentDto::of)
        .orElseThrow(() -> Failures.missing("No matching incident with id %s", id));
  }

  /** Resolves an incident that belongs to neither an external task nor a job. */
  @DELETE
  @Path("{id}")
  public void resolve(@PathParam("id") String id) {
    Failures.missingIs404(() -> incidents.resolveIncident(id));
  }

  @PUT
  @Path("{id}/annotation")
  @Consumes(MediaType.APPLICATION_JSON)
  public void setAnnotation(@PathParam("id") String id, AnnotationDto body) {
    incidents.setAnnotation(id, body.annotation());
  }

  @DELETE
  @Path("{id}/annotation")
  public void clearAnnotation(@PathParam("id") String id) {
    incidents.clearAnnotation(id);
  }
}
