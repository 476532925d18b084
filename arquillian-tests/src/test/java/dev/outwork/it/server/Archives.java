package dev.outwork.it.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archives of a node, in the order of deployment. */
public record Archives(List<String> files) {
  /** The engine alone. */
  public static final Archives ENGINE = new Archives(List.of(System.getProperty("engine.war")));

  private static final String WITH_WORKERS = "engine-rest.war";

  /** The engine with the sample's workers, and its resource adapter. */
  public static Archives withWorkers(JavaArchive... more) {
    WebArchive engine =
        ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("engine.war")))
            .addAsLibrary(new File(System.getProperty("sample.jar")))
            .addAsLibraries(more);
    // The file's name is the address of the API.
    File directory = Path.of(System.getProperty("work.directory"), "with-workers").toFile();
    directory.mkdirs();
    File file = new File(directory, WITH_WORKERS);
    engine.as(ZipExporter.class).exportTo(file, true);
    return new Archives(List.of(System.getProperty("engine.rar"), file.getAbsolutePath()));
  }

  List<String> options() {
    List<String> options = new ArrayList<>();
    files.forEach(file -> options.addAll(List.of("--deploy", file)));
    return options;
  }
}
