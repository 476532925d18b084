package dev.outwork.rest.form;

import dev.outwork.api.deployment.Resource;
import dev.outwork.api.form.FormData;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.variable.VariableValueDto;
import dev.outwork.rest.variable.VariableWriter;
import dev.outwork.rest.wire.Failures;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What tasks and definitions answer about their forms. */
final class FormAnswers {
  private FormAnswers() {}

  /**
   * The form as HTML.
   *
   * @param missing the message if it has no fields: status 404
   */
  static Response rendered(FormData form, String missing) {
    String html = HtmlForm.of(form).orElseThrow(() -> Failures.missing("%s", missing));
    return page(html, MediaType.APPLICATION_XHTML_XML_TYPE);
  }

  /** The file that its key names; status 404 if the deployment has none, 400 if it names none. */
  static Response deployed(Supplier<Resource> question) {
    Resource file = Failures.refusedIs(400, "", () -> Failures.missingIs404(question));
    boolean isJson = file.name().endsWith(".form");
    return page(
        file.content(),
        isJson ? MediaType.APPLICATION_JSON_TYPE : MediaType.APPLICATION_XHTML_XML_TYPE);
  }

  // Who deploys is not who serves: a browser that opens the page alone runs nothing of it here.
  private static Response page(Object content, MediaType type) {
    return Response.ok(content, type).header("Content-Security-Policy", "sandbox").build();
  }

  /** {@code names} between commas; null for all. */
  static Map<String, VariableValueDto> variables(
      Map<String, TypedValue> variables, String names, boolean deserialize) {
    Map<String, TypedValue> wanted = new LinkedHashMap<>(variables);
    if (names != null) {
      wanted.keySet().retainAll(Set.of(names.split(",")));
    }
    return VariableWriter.writeAll(wanted, deserialize);
  }
}
