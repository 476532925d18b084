package dev.outwork.rest.pages;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;

/** The first page, and the example below it. */
@Path("pages")
public class PagesResource {
  static final StaticFiles FILES = new StaticFiles("pages", "default-src 'self'");

  @Context private ServletContext archive;
  @Context private UriInfo uri;
  @Context private Request request;

  @GET
  public Response index() throws IOException {
    return FILES.index(new StaticFiles.Asked(archive, uri, request));
  }

  @GET
  @Path("{path: .+}")
  public Response file(@PathParam("path") String path) throws IOException {
    return FILES.file(new StaticFiles.Asked(archive, uri, request), path);
  }
}
