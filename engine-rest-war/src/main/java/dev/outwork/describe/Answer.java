package dev.outwork.describe;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.rest.format.ErrorDto;
import dev.outwork.rest.format.ParseErrorDto;
import dev.outwork.rest.openapi.Answers;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The answer of a resource method: a success, no content, or a failure. */
final class Answer {
  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain";
  private static final String PAGE = "application/xhtml+xml";

  /** Content types of answers that have content in every case. */
  private static final List<String> FILES = List.of("*/*", PAGE);

  private static final String DONE = "Done; there is no content";

  private final Schemas schemas;

  Answer(Schemas schemas) {
    this.schemas = schemas;
  }

  ApiResponses of(Method method) {
    ApiResponses responses = new ApiResponses();
    List<String> mediaTypes = mediaTypes(method);
    boolean isResponse = method.getReturnType() == Response.class;
    Answers said = method.getAnnotation(Answers.class);
    boolean isEmpty = said != null && said.value().length == 0;
    if (isEmpty) {
      responses.addApiResponse("200", new ApiResponse().description(DONE));
    } else if (said != null) {
      responses.addApiResponse("200", success(JSON, schema(said)));
    } else if (isResponse) {
      responses.addApiResponse("200", success(mediaTypes.get(0), schemaOfResponse(mediaTypes)));
    } else if (method.getReturnType() != void.class) {
      responses.addApiResponse("200", success(JSON, schemas.of(method.getGenericReturnType())));
    }
    boolean isFile = isResponse && said == null && FILES.contains(mediaTypes.get(0));
    boolean isNothing = method.getReturnType() == void.class && said == null;
    if (isNothing || isResponse && !isFile && !isEmpty) {
      responses.addApiResponse("204", new ApiResponse().description(DONE));
    }
    return responses.addApiResponse("default", failure(method));
  }

  private static List<String> mediaTypes(Method method) {
    Produces produces = method.getAnnotation(Produces.class);
    return List.of(produces == null ? new String[] {JSON} : produces.value());
  }

  private static Schema<?> schemaOfResponse(List<String> mediaTypes) {
    return switch (mediaTypes.get(0)) {
      case JSON -> new Schema<>();
      case TEXT, PAGE -> new StringSchema();
      default -> new StringSchema().format("binary");
    };
  }

  private Schema<?> schema(Answers said) {
    List<Schema<?>> each = Arrays.stream(said.value()).<Schema<?>>map(schemas::of).toList();
    Schema<?> one = each.size() == 1 ? each.get(0) : new Schema<>();
    if (each.size() > 1) {
      each.forEach(one::addAnyOfItem);
    }
    return switch (said.as()) {
      case ONE -> one;
      case LIST -> new ArraySchema().items(one);
      case MAP -> new MapSchema().additionalProperties(one);
    };
  }

  private ApiResponse failure(Method method) {
    Schema<?> error = schemas.of(ErrorDto.class);
    boolean parses = Arrays.asList(method.getExceptionTypes()).contains(ParseException.class);
    return content(
            JSON,
            parses
                ? new Schema<>().addAnyOfItem(error).addAnyOfItem(schemas.of(ParseErrorDto.class))
                : error)
        .description("Refused or failed, for the reason in the message");
  }

  private static ApiResponse success(String mediaType, Schema<?> schema) {
    return content(mediaType, schema).description("Success");
  }

  private static ApiResponse content(String mediaType, Schema<?> schema) {
    return new ApiResponse()
        .content(new Content().addMediaType(mediaType, new MediaType().schema(schema)));
  }
}
