package dev.outwork.describe;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The calls of the resource classes, determined independently of the description. */
final class ResourceMethods {
  // For browsers, and no part of the API.
  private static final Set<String> OF_BROWSERS =
      Set.of("dev.outwork.rest.pages", "dev.outwork.rest.login");

  private final Set<String> calls = new TreeSet<>();

  static Set<String> find() {
    ResourceMethods found = new ResourceMethods();
    try (ScanResult classes =
        new ClassGraph().acceptPackages("dev.outwork.rest").enableAnnotationInfo().scan()) {
      for (Class<?> resource : classes.getClassesWithAnnotation(Path.class).loadClasses()) {
        if (!OF_BROWSERS.contains(resource.getPackageName())) {
          found.add("/" + resource.getAnnotation(Path.class).value(), resource);
        }
      }
    }
    return found.calls;
  }

  private void add(String path, Class<?> resource) {
    for (Method method : resource.getMethods()) {
      Path below = method.getAnnotation(Path.class);
      String place = below == null ? path : path + "/" + below.value();
      Optional<String> verb = verb(method);
      if (verb.isPresent()) {
        calls.add(verb.get() + " " + place);
      } else if (below != null) {
        add(place, method.getReturnType());
      }
    }
  }

  private static Optional<String> verb(Method method) {
    List<Annotation> annotations = Arrays.asList(method.getAnnotations());
    return annotations.stream()
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst();
  }
}
