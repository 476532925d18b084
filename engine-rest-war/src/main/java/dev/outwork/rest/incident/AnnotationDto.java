package dev.outwork.rest.incident;

/**
 * An annotation of an incident.
 *
 * @param annotation null removes the annotation
 */
public record AnnotationDto(String annotation) {}
