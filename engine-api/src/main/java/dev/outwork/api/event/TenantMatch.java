package dev.outwork.api.event;

import java.util.Objects;

/**
 * Selects by tenant.
 *
 * @param matters false to select all tenants, and what has no tenant
 * @param tenantId if the tenant matters, its id; null to select what has no tenant
 */
public record TenantMatch(boolean matters, String tenantId) {
  /** All tenants, and what has no tenant. */
  public static final TenantMatch ANY = new TenantMatch(false, null);

  /** What has no tenant. */
  public static final TenantMatch NONE = new TenantMatch(true, null);

  /** One tenant; {@link #NONE} for null. */
  public static TenantMatch of(String tenantId) {
    return new TenantMatch(true, tenantId);
  }

  /** Whether a tenant is selected; null stands for no tenant. */
  public boolean includes(String other) {
    return !matters || Objects.equals(tenantId, other);
  }
}
