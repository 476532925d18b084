package dev.outwork.rest.event;

import dev.outwork.api.event.TenantMatch;
import dev.outwork.rest.wire.WireException;

/** Which tenants are meant, as requests say it in two properties. */
final class Tenants {
  private Tenants() {}

  static TenantMatch of(String tenantId, boolean withoutTenantId) {
    if (tenantId != null && withoutTenantId) {
      throw WireException.invalidRequest(
          "Parameter 'tenantId' cannot be used together with parameter 'withoutTenantId'.");
    }
    if (withoutTenantId) {
      return TenantMatch.NONE;
    }
    return tenantId == null ? TenantMatch.ANY : TenantMatch.of(tenantId);
  }
}
