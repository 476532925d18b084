package dev.outwork.rest.format;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.UriInfo;

/** A link to a created element. */
public record LinkDto(String method, String href, String rel) {
  /** The link to the element itself, from its kind and id. */
  public static LinkDto self(UriInfo uri, String kind, String id) {
    return new LinkDto(
        HttpMethod.GET,
        uri.getBaseUriBuilder().path(kind).path("{id}").build(id).toString(),
        "self");
  }
}
