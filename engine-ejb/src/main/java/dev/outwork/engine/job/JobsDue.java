package dev.outwork.engine.job;

/** Told within the transaction that makes jobs due; meant for who runs them, after its commit. */
public record JobsDue() {}
