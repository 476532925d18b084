package dev.outwork.rest.form;

import dev.outwork.api.deployment.Resource;
import dev.outwork.api.form.FormData;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Answers on the forms of tasks and definitions. */
final class FormAnswers {
  private FormAnswers() {}

  /**
   * The form as HTML.
   *
   * @param missing the message of status 404 if the form has no fields
   */
  static Response rendered(FormData form, String missing) {
    String html = HtmlForm.of(form).orElseThrow(() -> Failures.missing("%s", missing));
    return page(html, MediaType.APPLICATION_XHTML_XML_TYPE);
  }

  /**
   * The file that the form key refers to; status 404 if the deployment does not contain it, 400 if
   * the key refers to no file.
   */
  static Response deployed(Supplier<Resource> question) {
    Resource file = Failures.refusedIs(400, "", () -> Failures.missingIs404(question));
    boolean isJson = file.name().endsWith(".form");
    return page(
        file.content(),
        isJson ? MediaType.APPLICATION_JSON_TYPE : MediaType.APPLICATION_XHTML_XML_TYPE);
  }

  // The author of a deployment is not trusted by the server: a browser that opens the page alone
  // executes nothing of it.
  private static Response page(Object content, MediaType type) {
    return Response.ok(content, type).header("Content-Security-Policy", "sandbox").build();
  }

  /** The variables in the comma-separated {@code names}; all if null. */
  static Map<String, VariableValueDto> variables(
      Map<String, TypedValue> variables, String names, boolean deserialize) {
    Map<String, TypedValue> wanted = new LinkedHashMap<>(variables);
    if (names != null) {
      wanted.keySet().retainAll(Set.of(names.split(",")));
    }
    return VariableWriter.writeAll(wanted, deserialize);
  }
}
