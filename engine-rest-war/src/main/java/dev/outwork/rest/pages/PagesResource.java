package dev.outwork.rest.pages;

import dev.outwork.rest.format.Failures;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The static files below {@code /pages}, with their content type and security headers. */
@Path("pages")
public class PagesResource {
  static final String FIRST = "video/index.html";

  private static final String INDEX = "index.html";

  // Plain names only. A segment cannot start with a dot, so there is no way up and no hidden file.
  private static final Pattern FILE =
      Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*\\.(?<extension>\\w+)");

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("bpmn", "application/xml"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  @Context private ServletContext files;
  @Context private UriInfo uri;

  @GET
  public Response first() {
    return redirect(uri, FIRST);
  }

  @GET
  @Path("{path: .+}")
  public Response file(@PathParam("path") String path) throws IOException {
    if (path.endsWith("/")) {
      return content(path + INDEX).orElseThrow(() -> missing(path));
    }
    Optional<Response> content = content(path);
    // Without the trailing slash a browser would resolve scripts against the parent folder.
    return content.isEmpty() && content(path + "/" + INDEX).isPresent()
        ? redirect(uri, path + "/")
        : content.orElseThrow(() -> missing(path));
  }

  static Response redirect(UriInfo uri, String page) {
    return Response.status(Response.Status.FOUND)
        .location(uri.getBaseUriBuilder().path("pages").path(page).build())
        .build();
  }

  private Optional<Response> content(String path) throws IOException {
    var name = FILE.matcher(path);
    if (!name.matches() || !MEDIA_TYPES.containsKey(name.group("extension"))) {
      return Optional.empty();
    }
    try (InputStream file = files.getResourceAsStream("/pages/" + path)) {
      return file == null
          ? Optional.empty()
          : Optional.of(
              Response.ok(file.readAllBytes(), MEDIA_TYPES.get(name.group("extension")))
                  .header("Content-Security-Policy", "default-src 'self'")
                  .build());
    }
  }

  private static RuntimeException missing(String path) {
    return Failures.missing("Page '%s' does not exist", path);
  }
}
