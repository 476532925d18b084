package dev.outwork.describe;

import dev.outwork.rest.format.Json;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Describes all resources but those for browsers: the pages, which are static files, and logins.
 * Swagger's Maven plugin calls it.
 */
public class ApiReader extends Reader {
  private static final Set<String> OF_BROWSERS =
      Set.of("dev.outwork.rest.pages", "dev.outwork.rest.login");

  @Override
  public OpenAPI read(Set<Class<?>> resources, Map<String, Object> methods) {
    Schemas schemas = new Schemas();
    ModelConverters.getInstance().addConverter(new RestTypes(Json.MAPPER.copy()));
    List<OpenAPIExtension> extensions = new ArrayList<>();
    extensions.add(new RestOperations(schemas));
    extensions.addAll(OpenAPIExtensions.getExtensions());
    OpenAPIExtensions.setExtensions(extensions);

    OpenAPI api = super.read(withoutThoseOfBrowsers(resources), methods);
    api.getComponents().getSchemas().putAll(schemas.all());
    Finish.of(api);
    return api;
  }

  // Sorted, because the order must not depend on the file system.
  private static Set<Class<?>> withoutThoseOfBrowsers(Set<Class<?>> resources) {
    Set<Class<?>> sorted = new TreeSet<>((one, other) -> one.getName().compareTo(other.getName()));
    resources.stream()
        .filter(resource -> !OF_BROWSERS.contains(resource.getPackageName()))
        .forEach(sorted::add);
    return new LinkedHashSet<>(sorted);
  }
}
