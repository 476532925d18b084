package dev.outwork.it.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.jar.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without a name in its manifest a jar on the module path is named after its file. */
class ModuleNamesIT {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "engine-api,      -${version}, dev.outwork.api",
    "engine-ejb,      -${version}, dev.outwork.engine",
    "engine-testkit,  -${version}, dev.outwork.testkit",
    "delegate-worker, -${version}, dev.outwork.delegate",
    "mover,           '',          dev.outwork.mover"
  })
  void a_jar_is_a_module_with_the_name_of_its_packages(
      String artifact, String ending, String module) throws IOException {
    String version = ending.replace("${version}", System.getProperty("project.version"));
    Archive jar = Archive.of(Project.file("%1$s/target/%1$s%2$s.jar".formatted(artifact, version)));
    Manifest manifest =
        new Manifest(new ByteArrayInputStream(jar.entries().get("META-INF/MANIFEST.MF")));

    assertThat(manifest.getMainAttributes().getValue("Automatic-Module-Name")).isEqualTo(module);
    assertThat(jar.entries().keySet())
        .filteredOn(entry -> entry.endsWith(".class"))
        .isNotEmpty()
        .allMatch(entry -> entry.startsWith(module.replace('.', '/') + "/"));
  }
}
