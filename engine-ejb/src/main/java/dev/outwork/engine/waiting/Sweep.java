package dev.outwork.engine.waiting;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Has the waiting room look around once a second. */
@Singleton
@Startup
@DependsOn("Migrations")
public class Sweep {
  @Inject private Room room;

  // A setting of the room that is wrong shows when the application starts.
  @PostConstruct
  void start() {
    room.sweep();
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "waiting room")
  public void lookAround() {
    room.sweep();
  }
}
