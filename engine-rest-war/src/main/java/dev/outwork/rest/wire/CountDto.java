package dev.outwork.rest.wire;

/** How many things a list would have. */
public record CountDto(long count) {}
