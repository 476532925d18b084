package dev.outwork.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.outwork.engine.authorization.Authorizations;
import dev.outwork.engine.batch.BatchExecution;
import dev.outwork.engine.batch.Batches;
import dev.outwork.engine.batch.JobOperatorRuns;
import dev.outwork.engine.decision.Decisions;
import dev.outwork.engine.deployment.Deployments;
import dev.outwork.engine.event.Events;
import dev.outwork.engine.externaltask.ExternalTasks;
import dev.outwork.engine.externaltask.FetchTransaction;
import dev.outwork.engine.externaltask.ReportTransaction;
import dev.outwork.engine.form.Forms;
import dev.outwork.engine.history.History;
import dev.outwork.engine.history.UserOperations;
import dev.outwork.engine.incident.Incidents;
import dev.outwork.engine.instance.ProcessInstances;
import dev.outwork.engine.instance.StartTransaction;
import dev.outwork.engine.job.JobExecution;
import dev.outwork.engine.job.Jobs;
import dev.outwork.engine.metrics.Metrics;
import dev.outwork.engine.numbers.Numbers;
import dev.outwork.engine.right.CallerGrants;
import dev.outwork.engine.usertask.SavedFilters;
import dev.outwork.engine.usertask.UserTasks;
import dev.outwork.engine.waiting.NodeHealth;
import dev.outwork.engine.worker.BeanCalls;
import dev.outwork.engine.worker.WorkerReports;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Boundaries own the transactions, and return records. */
class BoundariesTest {
  @Test
  void the_boundaries_and_the_transactions_within_them_are_the_only_stateless_beans() {
    assertThat(EngineClasses.ALL.stream().filter(type -> type.isAnnotatedWith(Stateless.class)))
        .extracting(JavaClass::reflect)
        .containsExactlyInAnyOrder(
            Deployments.class,
            ProcessInstances.class,
            Decisions.class,
            Events.class,
            ExternalTasks.class,
            Incidents.class,
            Metrics.class,
            History.class,
            Jobs.class,
            JobExecution.class,
            Batches.class,
            BatchExecution.class,
            JobOperatorRuns.class,
            ReportTransaction.class,
            StartTransaction.class,
            FetchTransaction.class,
            UserTasks.class,
            SavedFilters.class,
            Forms.class,
            WorkerReports.class,
            BeanCalls.class,
            NodeHealth.class,
            CallerGrants.class,
            Numbers.class,
            UserOperations.class,
            Authorizations.class);
  }

  @Test
  void no_entity_leaves_a_boundary() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Stateless.class)
        .and()
        .arePublic()
        .should(involveNoEntity())
        .check(EngineClasses.ALL);
  }

  private static ArchCondition<JavaMethod> involveNoEntity() {
    return new ArchCondition<>("involve no entity in their signature") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Set<JavaClass> involved = new HashSet<>();
        method.getParameterTypes().forEach(type -> involved.addAll(type.getAllInvolvedRawTypes()));
        involved.addAll(method.getReturnType().getAllInvolvedRawTypes());
        involved.stream()
            .filter(type -> type.isAnnotatedWith(Entity.class))
            .forEach(
                entity ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " involves " + entity.getName())));
      }
    };
  }
}
