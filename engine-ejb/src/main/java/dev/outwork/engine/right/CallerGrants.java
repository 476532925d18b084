package dev.outwork.engine.right;

import dev.outwork.api.identity.GrantService;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The boundary of grants. */
@Stateless
@Local(GrantService.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallerGrants implements GrantService {
  @Inject private Grants grants;

  @Override
  public Optional<Map<String, Map<String, List<String>>>> grantsOfCaller() {
    Rights rights = grants.ofCaller();
    return rights.areAll() ? Optional.empty() : Optional.of(rights.told());
  }
}
