package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.WaitingRoom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What a subscription needs of the engine.
 *
 * @param executor for what takes a while
 * @param timer only hands over to {@code executor}: some servers give it one thread
 */
record Surroundings(
    WaitingRoom waitingRoom,
    ExternalTaskService externalTasks,
    WorkerReports reports,
    ExecutorService executor,
    ScheduledExecutorService timer) {}
