package dev.outwork.rest.wire;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.UriInfo;

/** Where something that was just created can be found. */
public record LinkDto(String method, String href, String rel) {
  /** The thing itself, at the path of its kind and its id. */
  public static LinkDto self(UriInfo uri, String kind, String id) {
    return new LinkDto(
        HttpMethod.GET,
        uri.getBaseUriBuilder().path(kind).path("{id}").build(id).toString(),
        "self");
  }
}
