package dev.outwork.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Server tests and the benchmark, which shares their code, run in different directories. */
class WorkingDirectoryTest {
  private static final Pattern RELATIVE =
      Pattern.compile("Path\\.of\\(\\s*\"(?!/)|new File\\(\\s*\"(?!/)");

  @Test
  void server_tests_find_files_of_the_project_from_any_directory() throws IOException {
    assertThat(
            Sources.java()
                .filter(file -> file.startsWith(Sources.folder("arquillian-tests")))
                .filter(file -> RELATIVE.matcher(Sources.text(file)).find()))
        .isEmpty();
  }
}
