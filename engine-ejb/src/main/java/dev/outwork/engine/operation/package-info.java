/**
 * The record of what users do by hand, in the words of Camunda 7. Whatever changes something for a
 * caller adds an {@link dev.outwork.engine.operation.Operation} to the {@link
 * dev.outwork.engine.operation.OperationLog}, which writes it in the transaction of the change.
 * Without a user it writes nothing, so that what workers and timers do costs no statement; what
 * workers report is not added at all.
 */
package dev.outwork.engine.operation;
