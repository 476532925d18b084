package dev.outwork.engine.authorization;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.identity.AuthorizationService;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.Rights;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The boundary of what callers may do. */
@Stateless
@Local(AuthorizationService.class)
public class Authorizations implements AuthorizationService {
  /** All resources of a kind. */
  private static final String ANY = "*";

  @Inject private Grants grants;

  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean isAuthorized(String permission, int resourceType, String resourceId) {
    Rights rights = grants.ofCaller();
    ResourceType resource =
        ResourceType.of(resourceType)
            .orElseThrow(
                () ->
                    new BadUserRequestException(
                        "There is no resource type %d".formatted(resourceType)));
    Permission asked =
        Permission.named(permission)
            .orElseThrow(
                () ->
                    new BadUserRequestException(
                        "The permission '%s' is not valid for '%s' resource type."
                            .formatted(permission, resource)));
    return resource.allows(asked, ANY.equals(resourceId) ? null : resourceId, rights);
  }
}
