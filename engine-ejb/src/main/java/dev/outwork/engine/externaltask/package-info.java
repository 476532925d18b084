/**
 * External tasks: work of a topic that waits for a worker.
 *
 * <p>The table contains open work only and stays small. One statement claims tasks in the requested
 * order, skipping rows that another transaction is claiming; its cost depends neither on the
 * backlog nor on the number of locked tasks. A timer makes tasks with expired locks fetchable
 * again; a fetch does not wait for it. A transaction that ends a task or changes its retries locks
 * its instance's row first, always instance before task.
 */
package dev.outwork.engine.externaltask;
