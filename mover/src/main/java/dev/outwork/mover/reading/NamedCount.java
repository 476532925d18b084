package dev.outwork.mover.reading;

/** How many there are of a name. */
public record NamedCount(String name, long count) {}
