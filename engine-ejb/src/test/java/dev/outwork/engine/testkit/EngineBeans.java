package dev.outwork.engine.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.outwork.engine.batch.BatchAlarm;
import dev.outwork.engine.batch.BatchTicks;
import dev.outwork.engine.batch.JobOperatorRuns;
import dev.outwork.engine.database.DatabaseClock;
import dev.outwork.engine.database.Migrations;
import dev.outwork.engine.job.JobAlarm;
import dev.outwork.engine.job.JobTicks;
import dev.outwork.engine.waiting.HintConnections;
import dev.outwork.engine.worker.BeanCalls;
import dev.outwork.engine.worker.WorkersStart;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The classes of the engine that a container would find to be beans, but for its clock, and for
 * what runs jobs and batches by itself, and connections to a database that settings name.
 */
final class EngineBeans {
  private static final List<Class<?>> NOT_IN_TESTS =
      List.of(
          DatabaseClock.class,
          Migrations.class,
          JobAlarm.class,
          JobTicks.class,
          BatchAlarm.class,
          BatchTicks.class,
          JobOperatorRuns.class,
          BeanCalls.class,
          WorkersStart.class,
          HintConnections.class);

  static final Class<?>[] ALL =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("dev.outwork.engine")
              .stream()
              .filter(EngineBeans::isBean)
              .filter(type -> NOT_IN_TESTS.stream().noneMatch(type::isEquivalentTo))
              .map(JavaClass::reflect)
              .toArray(Class<?>[]::new);

  private EngineBeans() {}

  private static boolean isBean(JavaClass type) {
    return type.isAnnotatedWith(ApplicationScoped.class)
        || type.isAnnotatedWith(Stateless.class)
        || type.isAnnotatedWith(Singleton.class);
  }
}
