package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.ProcessModel;

/**
 * Fired within the transaction that deploys a new version of a process, after its rows are written:
 * observers register the triggers that start it, remove those of the previous version, or veto by
 * an exception.
 */
public record ProcessDeployed(ProcessDefinition definition, ProcessModel model) {}
