package dev.outwork.rest.incident;

/**
 * A note at an incident.
 *
 * @param annotation null takes the note away
 */
public record AnnotationDto(String annotation) {}
