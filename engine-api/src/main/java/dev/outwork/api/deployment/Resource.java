package dev.outwork.api.deployment;

/**
 * A file to deploy.
 *
 * @param name with the extension that says what it is: {@code .bpmn} or {@code .bpmn20.xml} for a
 *     process
 * @param content not copied; must not be changed
 */
public record Resource(String name, byte[] content) {}
