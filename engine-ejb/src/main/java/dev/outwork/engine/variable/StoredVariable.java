package dev.outwork.engine.variable;

import dev.outwork.api.variable.TypedValue;

/** A variable as it stands in the database. The content of a file is left there. */
public record StoredVariable(String id, String scopeId, String name, TypedValue value) {}
