/**
 * The model of a process: an immutable graph with one record for each BPMN element.
 *
 * <p>Each node has its own behaviour and uses {@link dev.outwork.engine.bpmn.Token} for everything
 * else. Nodes refer to each other by id, so that loops need no mutable graph. Pure Java: no
 * container, no database, no clock. The reader refuses everything that is not supported; whatever
 * it accepts can be executed as a whole.
 */
package dev.outwork.engine.bpmn;
