package dev.outwork.engine.waiting;

import dev.outwork.engine.database.TellsOutages;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/**
 * Triggers the sweep of the waiting room: every second, or every other second while nodes exchange
 * hints.
 */
@Singleton
@TellsOutages
@Startup
@DependsOn("Migrations")
public class Sweep {
  @Inject private Room room;

  // An invalid setting of the room fails the start of the application.
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
