package dev.outwork.engine.right;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Reads the grants when the node starts, and looks every two seconds whether they have changed. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GrantsTicks {
  @Inject private Grants grants;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "grants")
  public void look() {
    grants.look();
  }
}
