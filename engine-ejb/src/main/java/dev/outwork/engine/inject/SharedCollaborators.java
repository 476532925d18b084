package dev.outwork.engine.inject;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;

/**
 * Lets collaborators have the scope of their stereotype. They are declared dependent only to be
 * found: in a module of an EAR, WildFly finds beans by the annotations of CDI itself, not by
 * stereotypes of that module.
 */
public class SharedCollaborators implements Extension {
  <T> void share(@Observes @WithAnnotations(Collaborator.class) ProcessAnnotatedType<T> type) {
    if (type.getAnnotatedType().isAnnotationPresent(Collaborator.class)) {
      type.configureAnnotatedType().remove(Dependent.class::isInstance);
    }
  }
}
