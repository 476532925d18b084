package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.ProcessModel;

/**
 * Told within the transaction that deploys a new version of a process, once its rows are there:
 * whoever watches for what starts it does so from now on, and no longer for the version before, or
 * objects by an exception.
 */
public record ProcessDeployed(ProcessDefinition definition, ProcessModel model) {}
