package dev.outwork.engine.waiting;

import dev.outwork.engine.database.TellsOutages;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Has the waiting room look around: every second, or every other one while nodes tell each other of
 * work.
 */
@Singleton
@TellsOutages
@Startup
@DependsOn("Migrations")
public class Sweep {
  @Inject private Room room;

  // A setting of the room that is wrong shows when the application starts.
  @PostConstruct
  void start() {
    room.sweep();
  }

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = "waiting room")
  public void lookAround() {
    room.sweep();
  }

  @Schedule(hour = "*", minute = "*", second = "1/2", persistent = false, info = "waiting room")
  public void lookAroundUnlessTold() {
    if (!room.isToldByOtherNodes()) {
      room.sweep();
    }
  }
}
