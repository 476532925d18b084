package dev.outwork.rest.wire;

/** The number of elements of a list. */
public record CountDto(long count) {}
