package dev.outwork.rest.format;

/** The number of elements of a list. */
public record CountDto(long count) {}
