package dev.outwork.it.archive;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The libraries and licences that an archive's NOTICE names. */
record Notice(List<Library> libraries, Set<String> licences) {
  private static final Pattern LIBRARY =
      Pattern.compile("(?m)^(?<group>[\\w.-]+):(?<artifact>[\\w.-]+) +(?<licence>[\\w.-]+) ");
  private static final Pattern PART = Pattern.compile("(?m)^  \\S.*? {2,}(?<licence>[\\w.-]+) ");

  /** Of Maven's coordinates. */
  record Library(String group, String artifact) {
    /** A WAR names its files by the artifact, an EAR by group and artifact. */
    boolean isIn(String file) {
      String name = "(\\Q" + group + "-\\E)?\\Q" + artifact + "\\E-\\d[^-]*(-scala-shaded)?\\.jar";
      return file.matches(name);
    }

    @Override
    public String toString() {
      return group + ":" + artifact;
    }
  }

  static Notice in(Archive archive) {
    String text = archive.text("META-INF/NOTICE");
    Set<String> licences = new TreeSet<>(Set.of("Apache-2.0"));
    licences.addAll(licencesOf(LIBRARY, text));
    licences.addAll(licencesOf(PART, text));
    return new Notice(
        LIBRARY
            .matcher(text)
            .results()
            .map(match -> new Library(match.group(1), match.group(2)))
            .toList(),
        licences);
  }

  private static Set<String> licencesOf(Pattern line, String text) {
    int last = line.matcher("").groupCount();
    return line.matcher(text)
        .results()
        .map((MatchResult match) -> match.group(last))
        .collect(Collectors.toSet());
  }
}
