package dev.outwork.rest.event;

import dev.outwork.api.event.EventService;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.rest.format.CountDto;
import dev.outwork.rest.query.ListQueryReader;
import dev.outwork.rest.query.ListVocabulary;
import dev.outwork.rest.query.QueriedBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;

/** Event subscriptions. */
@QueriedBy(filters = EventSubscriptionFilter.class, sorting = EventSubscriptionSort.class)
@Path("event-subscription")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EventSubscriptionsResource {
  private static final ListQueryReader<EventSubscriptionFilter, EventSubscriptionSort> READER =
      new ListQueryReader<>(
          new ListVocabulary<>(
              EventSubscriptionFilter.class, EventSubscriptionSort.class, Set.of()));

  @Inject private EventService events;

  @GET
  public List<EventSubscriptionDto> list(@Context UriInfo uri) {
    return events.eventSubscriptions(READER.read(uri.getQueryParameters())).stream()
        .map(EventSubscriptionDto::of)
        .toList();
  }

  @GET
  @Path("count")
  public CountDto count(@Context UriInfo uri) {
    return new CountDto(events.countEventSubscriptions(READER.read(uri.getQueryParameters())));
  }
}
