/**
 * External tasks: work that waits under a topic.
 *
 * <p>The table holds open work only and stays small. One statement claims tasks, in the order asked
 * for, passing over those that another transaction is taking; what it costs depends neither on the
 * backlog nor on how many tasks are locked. A timer makes expired locks fetchable again; a fetch
 * does not wait for it. Whoever ends a task or changes its retries holds its instance's row first,
 * always instance before task.
 */
package dev.outwork.engine.externaltask;
