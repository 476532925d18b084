package dev.outwork.rest.pages;

import dev.outwork.rest.format.Failures;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The static files in one folder of this archive, with their content type and security headers.
 *
 * @param folder of the archive, which is also their path below the context root
 * @param policy their {@code Content-Security-Policy}
 */
record StaticFiles(String folder, String policy) {
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

  /** Where the files are, and what was asked. */
  record Asked(ServletContext archive, UriInfo uri, Request request) {}

  /** Answers with the index of the folder itself. */
  Response index(Asked asked) throws IOException {
    return asked.uri().getRequestUri().getPath().endsWith("/")
        ? file(asked, INDEX)
        : redirect(asked.uri(), "/");
  }

  /** Answers with the file of a path, or with the index of a folder. */
  Response file(Asked asked, String path) throws IOException {
    if (path.endsWith("/")) {
      return content(asked, path + INDEX).orElseThrow(() -> missing(path));
    }
    Optional<Response> content = content(asked, path);
    // Without the trailing slash a browser would resolve scripts against the parent folder.
    return content.isEmpty() && content(asked, path + "/" + INDEX).isPresent()
        ? redirect(asked.uri(), path + "/")
        : content.orElseThrow(() -> missing(path));
  }

  Response redirect(UriInfo uri, String path) {
    return Response.status(Response.Status.FOUND)
        .location(uri.getBaseUriBuilder().path(folder).path(path).build())
        .build();
  }

  private Optional<Response> content(Asked asked, String path) throws IOException {
    var name = FILE.matcher(path);
    if (!name.matches() || !MEDIA_TYPES.containsKey(name.group("extension"))) {
      return Optional.empty();
    }
    try (InputStream file = asked.archive().getResourceAsStream("/" + folder + "/" + path)) {
      return file == null
          ? Optional.empty()
          : Optional.of(
              answer(
                  asked.request(), file.readAllBytes(), MEDIA_TYPES.get(name.group("extension"))));
    }
  }

  // A browser asks each time whether a file has changed, and gets it only then.
  private Response answer(Request request, byte[] content, String mediaType) {
    EntityTag tag = new EntityTag("%d-%08x".formatted(content.length, Arrays.hashCode(content)));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(content, mediaType) : unchanged)
        .tag(tag)
        .header("Content-Security-Policy", policy)
        .build();
  }

  private static RuntimeException missing(String path) {
    return Failures.missing("Page '%s' does not exist", path);
  }
}
