package dev.outwork.api.batch;

import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of running and ended batches (docs/rest-api.md, "Historic batches"). */
public enum HistoricBatchFilter implements Filter {
  BATCH_ID("batchId", STRING),
  TYPE("type", STRING),
  COMPLETED("completed", FLAG),
  /** Not ended; in the REST API the value {@code false} of {@code completed}. */
  RUNNING("running", FLAG),
  /** Batches have no tenant: none matches. */
  TENANT_ID_IN("tenantIdIn", STRINGS),
  /** Batches have no tenant: all match. */
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
