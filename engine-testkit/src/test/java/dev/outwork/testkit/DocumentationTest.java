package dev.outwork.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/testing.md are tested here. */
class DocumentationTest {
  private static final Path PAGE = Path.of("../docs/testing.md");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources/video.bpmn",
        "java/com/example/VideoTest.java",
        "java/com/example/Transcoder.java",
        "java/com/example/Disk.java",
        "java/com/example/TranscoderTest.java"
      })
  void the_page_has_the_file_as_it_is(String name) throws IOException {
    String file = Files.readString(Path.of("src/test", name));

    assertThat(Files.readString(PAGE)).contains(file + "```\n");
  }
}
