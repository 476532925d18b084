package dev.outwork.api.batch;

import static dev.outwork.api.Filter.Kind.DATE;
import static dev.outwork.api.Filter.Kind.FLAG;
import static dev.outwork.api.Filter.Kind.STRING;
import static dev.outwork.api.Filter.Kind.STRINGS;

import dev.outwork.api.Filter;

/** Filters of the list of batches (docs/rest-api.md, "Batches"). */
public enum BatchFilter implements Filter {
  BATCH_ID("batchId", STRING),
  TYPE("type", STRING),
  /** Batches have no tenant: none matches. */
  TENANT_ID_IN("tenantIdIn", STRINGS),
  /** Batches have no tenant: all match. */
  WITHOUT_TENANT_ID("withoutTenantId", FLAG),
  SUSPENDED("suspended", FLAG),
  /** Not suspended; in the REST API the value {@code false} of {@code suspended}. */
  ACTIVE("active", FLAG),
  CREATED_BY("createdBy", STRING),
  STARTED_BEFORE("startedBefore", DATE),
  STARTED_AFTER("startedAfter", DATE),
  WITH_FAILURES("withFailures", FLAG),
  WITHOUT_FAILURES("withoutFailures", FLAG);

  private final String parameter;
  private final Kind kind;

  BatchFilter(String parameter, Kind kind) {
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
