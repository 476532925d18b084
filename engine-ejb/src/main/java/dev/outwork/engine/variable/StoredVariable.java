package dev.outwork.engine.variable;

import dev.outwork.api.variable.TypedValue;

/** A variable in the database, without the content of a file. */
public record StoredVariable(String id, String scopeId, String name, TypedValue value) {}
