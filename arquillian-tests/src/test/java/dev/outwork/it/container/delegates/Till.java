package dev.outwork.it.container.delegates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** A bean that expressions name. */
@Named("till")
@ApplicationScoped
public class Till {
  public int count(int amount) {
    return amount * 100;
  }
}
