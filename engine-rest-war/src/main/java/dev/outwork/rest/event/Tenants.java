package dev.outwork.rest.event;

import dev.outwork.api.event.TenantMatch;
import dev.outwork.rest.format.RestException;

/** The tenants of a request, which are spread over two properties. */
final class Tenants {
  private Tenants() {}

  static TenantMatch of(String tenantId, boolean withoutTenantId) {
    if (tenantId != null && withoutTenantId) {
      throw RestException.invalidRequest(
          "Parameter 'tenantId' cannot be used together with parameter 'withoutTenantId'.");
    }
    if (withoutTenantId) {
      return TenantMatch.NONE;
    }
    return tenantId == null ? TenantMatch.ANY : TenantMatch.of(tenantId);
  }
}
