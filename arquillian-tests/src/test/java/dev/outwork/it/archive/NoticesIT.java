package dev.outwork.it.archive;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each archive says under which licences the things inside it are. */
class NoticesIT {
  static Stream<Archive> archives() throws IOException {
    String version = System.getProperty("project.version");
    return Stream.of(
            "engine-api/target/engine-api-" + version + ".jar",
            "engine-ejb/target/engine-ejb-" + version + ".jar",
            "engine-testkit/target/engine-testkit-" + version + ".jar",
            "delegate-worker/target/delegate-worker-" + version + ".jar",
            "mover/target/mover.jar",
            "mover/target/outwork-mover.zip",
            "worker-mdb-sample/target/worker-mdb-sample.jar",
            "engine-ra/target/engine-ra-whole.rar",
            "engine-ra/target/engine-ra-thin.rar",
            "engine-rest-war/target/engine-rest.war",
            "engine-rest-war/target/engine-rest-thin.war",
            "engine-ear/target/outwork.ear",
            "engine-ear/target/outwork-sample.ear")
        .map(Project::file)
        .map(
            file -> {
              try {
                return Archive.of(file);
              } catch (IOException e) {
                throw new IllegalStateException(file + " cannot be read", e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("archives")
  void an_archive_and_each_archive_of_ours_inside_it_has_the_licence(Archive archive)
      throws IOException {
    String licence = Files.readString(Project.file("LICENSE"));

    assertThat(archive.ours())
        .allSatisfy(
            ours -> assertThat(ours.text("META-INF/LICENSE")).as(ours.name()).isEqualTo(licence));
  }

  @ParameterizedTest
  @MethodSource("archives")
  void the_notice_names_the_libraries_inside_and_no_others(Archive archive) {
    List<Notice.Library> named = Notice.in(archive).libraries();
    List<String> inside = archive.libraries();

    assertThat(archive.text("META-INF/NOTICE")).startsWith("Outwork\nCopyright ");
    assertThat(inside)
        .allSatisfy(file -> assertThat(named).anyMatch(library -> library.isIn(file)));
    assertThat(named)
        .allSatisfy(library -> assertThat(inside).as("%s", library).anyMatch(library::isIn));
  }

  @ParameterizedTest
  @MethodSource("archives")
  void the_text_of_each_licence_that_the_notice_names_is_inside(Archive archive) {
    TreeSet<String> texts =
        archive
            .filesIn("META-INF/licenses")
            .map(file -> file.replaceFirst("\\.txt$", ""))
            .collect(toCollection(TreeSet::new));
    texts.add("Apache-2.0");

    assertThat(Notice.in(archive).licences()).isEqualTo(texts);
  }
}
