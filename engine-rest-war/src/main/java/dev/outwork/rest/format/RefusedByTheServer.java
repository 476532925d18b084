package dev.outwork.rest.format;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;

/**
 * Answers failures that no resource and no mapper sees, such as a header that the server cannot
 * parse, in the format of the REST API. The server forwards here as configured in web.xml.
 */
@WebServlet(urlPatterns = "/refused-by-the-server", asyncSupported = true)
public class RefusedByTheServer extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = status(request);
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setHeader("X-Content-Type-Options", "nosniff");
    Json.MAPPER.writeValue(response.getOutputStream(), body(status, request));
  }

  // A direct request to this path is answered as a path that does not exist.
  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
        ? status
        : Status.NOT_FOUND.getStatusCode();
  }

  private static ErrorDto body(int status, HttpServletRequest request) {
    return switch (status) {
      case 400 ->
          refused("BadRequestException", "its address or a header cannot be parsed", request);
      case 404 -> refused("NotFoundException", "the path does not exist", request);
      default -> refused("WebApplicationException", "status " + status, request);
    };
  }

  private static ErrorDto refused(String type, String why, HttpServletRequest request) {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return new ErrorDto(
        type,
        "The server refuses the request to '%s': %s"
            .formatted(path == null ? request.getRequestURI() : path, why),
        null);
  }
}
