/**
 * The model of a process: an immutable graph with one record for each BPMN element.
 *
 * <p>What a node does when a token enters it stands with the node and asks for the rest through
 * {@link dev.outwork.engine.bpmn.Token}. Nodes name each other by id, so that loops need no mutable
 * graph. Pure Java: no container, no database, no clock. Everything that a model may not do is
 * refused when it is read; what has been read can be executed whole.
 */
package dev.outwork.engine.bpmn;
