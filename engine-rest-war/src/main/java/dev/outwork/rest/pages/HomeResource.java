package dev.outwork.rest.pages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Redirects from the context root to the first page. */
@Path("/")
public class HomeResource {
  @GET
  public Response home(@Context UriInfo uri) {
    return PagesResource.FILES.redirect(uri, "/");
  }
}
