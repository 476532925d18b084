package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.engine.tracing.Tracing;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The services of the engine that a subscription needs.
 *
 * @param executor for longer work
 * @param timer only hands over to {@code executor}: some servers give it one thread
 */
record Surroundings(
    WaitingRoom waitingRoom,
    ExternalTaskService externalTasks,
    WorkerReports reports,
    Tracing tracing,
    ExecutorService executor,
    ScheduledExecutorService timer) {}
