package dev.outwork.describe;

import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.rest.openapi.Form;
import dev.outwork.rest.query.QueriedBy;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.EntityPart;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Describes parameters and answers of a resource method that JAX-RS annotations do not tell. */
final class RestOperations extends AbstractOpenAPIExtension {
  private static final String LIST = "list";
  private static final Set<String> QUERIES = Set.of(LIST, "count", "singleResult");

  private final Schemas schemas;
  private final Answer answer;

  RestOperations(Schemas schemas) {
    this.schemas = schemas;
    this.answer = new Answer(schemas);
  }

  /** The resource itself reads lists and forms, so the parameter types tell nothing. */
  @Override
  public ResolvedParameter extractParameters(
      List<Annotation> annotations,
      Type type,
      Set<Type> typesToSkip,
      Components components,
      Consumes classConsumes,
      Consumes methodConsumes,
      boolean includeRequestBody,
      JsonView jsonView,
      Iterator<OpenAPIExtension> chain) {
    if (type == ObjectNode.class || isForm(type)) {
      return new ResolvedParameter();
    }
    return super.extractParameters(
        annotations,
        type,
        typesToSkip,
        components,
        classConsumes,
        methodConsumes,
        includeRequestBody,
        jsonView,
        chain);
  }

  @Override
  public void decorateOperation(
      Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
    QueriedBy words = method.getDeclaringClass().getAnnotation(QueriedBy.class);
    if (words != null && QUERIES.contains(method.getName())) {
      new ListWords(words, method.getName().equals(LIST), schemas)
          .describe(operation, method.isAnnotationPresent(GET.class));
    }
    Form form = method.getAnnotation(Form.class);
    if (form != null) {
      operation.requestBody(body(form));
    }
    operation.responses(answer.of(method));
    super.decorateOperation(operation, method, chain);
  }

  private static boolean isForm(Type type) {
    return type instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] == EntityPart.class;
  }

  private static RequestBody body(Form form) {
    Schema<?> parts = new ObjectSchema();
    for (String text : form.texts()) {
      parts.addProperty(text, new StringSchema());
    }
    parts.addProperty(form.file(), new StringSchema().format("binary"));
    parts.addRequiredItem(form.file());
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(parts)));
  }
}
