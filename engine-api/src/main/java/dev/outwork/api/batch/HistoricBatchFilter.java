package dev.outwork.api.batch;

import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/**
 * What batches can be asked for by, whether they run or have run (docs/rest-api.md, "Historic
 * batches").
 */
public enum HistoricBatchFilter implements Filter {
  BATCH_ID("batchId", STRING),
  TYPE("type", STRING),
  COMPLETED("completed", FLAG),
  /** Not ended; on the wire the value {@code false} of {@code completed}. */
  RUNNING("running", FLAG),
  /** No batch belongs to a tenant: none matches. */
  TENANT_ID_IN("tenantIdIn", STRINGS),
  /** No batch belongs to a tenant: all match. */
  WITHOUT_TENANT_ID("withoutTenantId", FLAG);

  private final String parameter;
  private final Kind kind;

  HistoricBatchFilter(String parameter, Kind kind) {
    this.parameter = parameter;
    this.kind = kind;
  }

  @Override
  public String parameter() {
    return parameter;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
