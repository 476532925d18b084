package dev.outwork.testkit.container;

import dev.outwork.engine.batch.BatchAlarm;
import dev.outwork.engine.batch.BatchTicks;
import dev.outwork.engine.batch.JobOperatorRuns;
import dev.outwork.engine.database.DatabaseClock;
import dev.outwork.engine.database.DatabaseClockTicks;
import dev.outwork.engine.database.Migrations;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.job.JobAlarm;
import dev.outwork.engine.job.JobTicks;
import dev.outwork.engine.waiting.HintConnections;
import dev.outwork.engine.worker.Workers;
import dev.outwork.engine.worker.WorkersStart;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of the engine that a container would discover as beans, except its clock, the
 * schedulers of jobs, batches and workers, and connections to a database from settings.
 */
final class EngineBeans {
  private static final String PACKAGE = "dev/outwork/engine";
  private static final String CLASS = ".class";

  private static final List<Class<? extends Annotation>> SCOPES =
      List.of(Collaborator.class, ApplicationScoped.class, Stateless.class, Singleton.class);

  private static final List<Class<?>> NOT_IN_TESTS =
      List.of(
          DatabaseClock.class,
          DatabaseClockTicks.class,
          Migrations.class,
          JobAlarm.class,
          JobTicks.class,
          BatchAlarm.class,
          BatchTicks.class,
          JobOperatorRuns.class,
          WorkersStart.class,
          HintConnections.class);

  static final Class<?>[] ALL = all();

  private EngineBeans() {}

  /** The location of the engine's own classes: its test classes are in the same packages. */
  private static Class<?>[] all() {
    try {
      Path archive =
          Path.of(Workers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(archive)) {
        return beansIn(archive);
      }
      try (FileSystem jar = FileSystems.newFileSystem(archive)) {
        return beansIn(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the engine's archive", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot find the engine's archive", e);
    }
  }

  private static Class<?>[] beansIn(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(PACKAGE))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(CLASS) && !name.endsWith("package-info" + CLASS))
          .map(name -> name.substring(0, name.length() - CLASS.length()))
          .map(name -> load(name.replace('/', '.').replace('\\', '.')))
          .filter(type -> SCOPES.stream().anyMatch(type::isAnnotationPresent))
          .filter(type -> !NOT_IN_TESTS.contains(type))
          .toArray(Class<?>[]::new);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, EngineBeans.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Cannot load the engine's class " + name, e);
    }
  }
}
