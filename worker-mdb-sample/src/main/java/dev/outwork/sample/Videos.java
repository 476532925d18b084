package dev.outwork.sample;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The records of the videos. A session bean, because WildFly injects no entity manager into plain
 * CDI beans of an EJB module.
 */
@Stateless
public class Videos {
  @PersistenceContext(unitName = "videos")
  private EntityManager entityManager;

  /** Joins the transaction of the worker. */
  public void add(Transcoding transcoding) {
    entityManager.persist(transcoding);
  }

  /** Joins the transaction of the worker. */
  public void add(Upload upload) {
    entityManager.persist(upload);
  }
}
