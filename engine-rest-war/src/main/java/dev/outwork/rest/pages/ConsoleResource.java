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

/** The console. It is static, too: all that it does it does over the REST API. */
@Path("app")
public class ConsoleResource {
  // Its pages show what strangers have named. Trusted types let a browser refuse text as markup.
  private static final StaticFiles FILES =
      new StaticFiles(
          "app",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'; require-trusted-types-for 'script';"
              + " trusted-types default");

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
