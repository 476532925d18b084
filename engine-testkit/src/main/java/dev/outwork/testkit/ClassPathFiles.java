package dev.outwork.testkit;

import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files to deploy; a failure tells how to fix it. */
final class ClassPathFiles {
  private ClassPathFiles() {}

  static List<ProcessDefinition> deploy(TestEngine engine, ClassLoader loader, String... names) {
    List<Resource> files =
        Stream.of(names).map(name -> new Resource(name, content(loader, name))).toList();
    try {
      return engine
          .repository()
          .createDeployment(new DeploymentRequest(null, null, null, false, false, files))
          .deployedProcessDefinitions();
    } catch (ParseException e) {
      throw new AssertionError(
          "Cannot deploy '%s':%s"
              .formatted(
                  e.resourceName(),
                  e.problems().stream().map(ClassPathFiles::line).collect(Collectors.joining())),
          e);
    }
  }

  private static String line(Problem problem) {
    return problem.line() == 0
        ? "%n  %s".formatted(problem.message())
        : "%n  line %d: %s".formatted(problem.line(), problem.message());
  }

  private static byte[] content(ClassLoader loader, String name) {
    try (InputStream content = loader.getResourceAsStream(name)) {
      if (content == null) {
        throw new AssertionError(
            "Cannot deploy '%s': there is no such file on the class path. Its name is relative to a root such as src/main/resources or src/test/resources"
                .formatted(name));
      }
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'".formatted(name), e);
    }
  }
}
