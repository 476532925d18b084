package dev.outwork.engine.batch;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;

/**
 * Starts runs by the server's job operator. A session bean, because the job operator looks up the
 * job in the module of its caller, which must be this one.
 */
@Stateless
@Local(RunStarter.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobOperatorRuns implements RunStarter {
  private static final String JOB = "outwork-batch";

  @Override
  public void start(String batchId, String runId) {
    Properties parameters = new Properties();
    parameters.setProperty("batchId", batchId);
    parameters.setProperty("runId", runId);
    BatchRuntime.getJobOperator().start(JOB, parameters);
  }
}
