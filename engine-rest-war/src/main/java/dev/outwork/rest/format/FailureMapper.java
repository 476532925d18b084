package dev.outwork.rest.format;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Answers every failure in the format of the REST API (docs/rest-api.md, "Errors"); an unexpected
 * one is logged once and answered without details.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
  private static final int SERVER_ERROR = 500;

  @Context private UriInfo uri;
  @Context private Request request;
  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable failure) {
    Optional<FailedAnswer> refusal = FailedAnswer.ofRefusal(failure);
    if (refusal.isPresent()) {
      return answer(refusal.get());
    }
    if (failure instanceof WebApplicationException framework
        && framework.getResponse().getStatus() < SERVER_ERROR) {
      return answer(framework);
    }
    return answer(FailedAnswer.unforeseen("%s %s".formatted(request.getMethod(), path()), failure));
  }

  private static Response answer(FailedAnswer answer) {
    ResponseBuilder response =
        Response.status(answer.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(answer.body());
    return answer.isTemporary()
        ? response.header(HttpHeaders.RETRY_AFTER, FailedAnswer.RETRY_AFTER_SECONDS).build()
        : response.build();
  }

  private Response answer(WebApplicationException framework) {
    Response given = framework.getResponse();
    if (given.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
      return given;
    }
    String type = standardName(framework.getClass());
    return Response.fromResponse(given)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new ErrorDto(type, reason(given), null))
        .build();
  }

  private String reason(Response given) {
    return switch (given.getStatus()) {
      case 400 ->
          "The request to '%s' cannot be read as '%s'"
              .formatted(path(), headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
      case 404 -> "HTTP 404 Not Found: path '%s' does not exist".formatted(path());
      case 405 ->
          "HTTP 405 Method Not Allowed: %s on path '%s'".formatted(request.getMethod(), path());
      case 406 ->
          "HTTP 406 Not Acceptable: path '%s' does not produce any of the media types %s"
              .formatted(path(), headers.getAcceptableMediaTypes());
      case 415 ->
          "HTTP 415 Unsupported Media Type: path '%s' does not accept a body of media type '%s'"
              .formatted(path(), headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
      default -> given.getStatusInfo().getReasonPhrase();
    };
  }

  private String path() {
    return uri.getRequestUri().getPath();
  }

  /** The name of the class of the JAX-RS API, not of the server's subclass. */
  private static String standardName(Class<?> type) {
    return type.getPackageName().startsWith("jakarta.ws.rs")
        ? type.getSimpleName()
        : standardName(type.getSuperclass());
  }
}
