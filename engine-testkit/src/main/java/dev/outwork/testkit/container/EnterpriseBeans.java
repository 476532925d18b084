package dev.outwork.testkit.container;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.PersistenceContext;

/**
 * Provides session beans in Weld SE with container services: transactions and injected resources.
 */
public final class EnterpriseBeans implements Extension {
  <T> void sessionBeans(
      @Observes @WithAnnotations({Stateless.class, Singleton.class}) ProcessAnnotatedType<T> type) {
    type.configureAnnotatedType().add(Transactional.LITERAL);
  }

  <T> void resources(
      @Observes @WithAnnotations({PersistenceContext.class, Resource.class})
          ProcessAnnotatedType<T> type) {
    type.configureAnnotatedType()
        .filterFields(
            field ->
                field.isAnnotationPresent(PersistenceContext.class)
                    || field.isAnnotationPresent(Resource.class))
        .forEach(field -> field.add(InjectLiteral.INSTANCE));
  }
}
