package dev.outwork.describe;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The answer to those who may see something, but not do this with it. Lists have only what one may
 * see, and what one may not see does not exist, so most reads have no such answer.
 */
final class Forbidden {
  private static final String STATUS = "403";

  // Open to all, or as if there were nothing for others.
  private static final Set<String> NEVER =
      Set.of(
          "/deployment/check",
          "/external-task/fetchAndLock",
          "/identity/verify",
          "/job-definition",
          "/job-definition/count",
          "/message");

  // A process may be visible without its variables, and metrics need a grant of their own.
  private static final Pattern READS =
      Pattern.compile(
          "/metrics.*|.*/(localVariables|variables)(/.*)?|/task/[^/]+/(form|form-variables|rendered-form)"
              + "|.*/variable-instance/\\{.*");

  private Forbidden() {}

  static void describe(String path, HttpMethod method, Operation operation) {
    if (isPossible(path, method, operation)) {
      operation
          .getResponses()
          .addApiResponse(
              STATUS,
              new ApiResponse()
                  .description("The caller may not do this, according to the operator's grants")
                  .content(operation.getResponses().get(ApiResponses.DEFAULT).getContent()));
    }
  }

  private static boolean isPossible(String path, HttpMethod method, Operation operation) {
    if (method == HttpMethod.GET) {
      return READS.matcher(path).matches();
    }
    return !NEVER.contains(path) && !isQuery(operation);
  }

  private static boolean isQuery(Operation operation) {
    if (operation.getRequestBody() == null) {
      return false;
    }
    for (MediaType sent : operation.getRequestBody().getContent().values()) {
      Schema<?> schema = sent.getSchema();
      String name = Schemas.referred(schema);
      if (name != null && name.endsWith("QueryDto")) {
        return true;
      }
    }
    return false;
  }
}
