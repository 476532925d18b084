package dev.outwork.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between documents, and references from Java sources to sections of documents. */
class DocumentLinksTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} (.+)$", Pattern.MULTILINE);
  private static final Pattern CODE_BLOCK =
      Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern NEXT_COMMENT_LINE = Pattern.compile("\\s*\\R\\s*(?:\\*|//)?\\s*");
  private static final Pattern REFERENCE =
      Pattern.compile("docs/([a-z-]+\\.md)((?:,| and) \"[^\"]+\")+");
  private static final Pattern SECTION = Pattern.compile("\"([^\"]+)\"");

  @Test
  void every_link_between_documents_leads_to_a_file_and_a_heading() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path document : files(".md")) {
      LINK.matcher(CODE_BLOCK.matcher(Files.readString(document)).replaceAll(""))
          .results()
          .filter(link -> !link.group(1).contains("://"))
          .filter(link -> !leadsSomewhere(document, link.group(1), link.group(2)))
          .forEach(link -> dead.add(PROJECT.relativize(document) + ": " + link.group()));
    }

    assertThat(dead).isEmpty();
  }

  @Test
  void every_section_that_a_java_source_refers_to_exists() throws IOException {
    List<String> dead = new ArrayList<>();
    int references = 0;
    for (Path source : files(".java")) {
      String text = NEXT_COMMENT_LINE.matcher(Files.readString(source)).replaceAll(" ");
      for (var reference : REFERENCE.matcher(text).results().toList()) {
        Set<String> headings = headings(PROJECT.resolve("docs").resolve(reference.group(1)));
        references++;
        SECTION
            .matcher(reference.group())
            .results()
            .map(section -> section.group(1))
            .filter(section -> !headings.contains(section))
            .forEach(section -> dead.add(PROJECT.relativize(source) + ": " + section));
      }
    }

    assertThat(dead).isEmpty();
    assertThat(references).isGreaterThan(200);
  }

  private static boolean leadsSomewhere(Path from, String file, String anchor) {
    Path target = file.isEmpty() ? from : from.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return anchor == null
        || headings(target).stream().map(DocumentLinksTest::anchor).anyMatch(anchor::equals);
  }

  /** The anchor that GitHub gives to a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}_ -]", "").replace(' ', '-');
  }

  private static Set<String> headings(Path document) {
    try {
      return HEADING
          .matcher(CODE_BLOCK.matcher(Files.readString(document)).replaceAll(""))
          .results()
          .map(heading -> heading.group(1).strip())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String ending) throws IOException {
    Stream.Builder<Path> found = Stream.builder();
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return NOT_OURS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(ending)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.build().toList();
  }
}
