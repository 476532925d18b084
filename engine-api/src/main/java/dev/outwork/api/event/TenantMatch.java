package dev.outwork.api.event;

import java.util.Objects;

/**
 * Which tenants something is meant for.
 *
 * @param matters false for all of them, and for what belongs to none
 * @param tenantId if the tenant matters, its id; null for what belongs to none
 */
public record TenantMatch(boolean matters, String tenantId) {
  /** All tenants, and what belongs to none. */
  public static final TenantMatch ANY = new TenantMatch(false, null);

  /** What belongs to no tenant. */
  public static final TenantMatch NONE = new TenantMatch(true, null);

  /** One tenant, or {@link #NONE}. */
  public static TenantMatch of(String tenantId) {
    return new TenantMatch(true, tenantId);
  }

  /** Whether something of this tenant, or of none, is meant. */
  public boolean includes(String other) {
    return !matters || Objects.equals(tenantId, other);
  }
}
