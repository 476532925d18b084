package dev.outwork.engine.database;

import java.util.List;
import java.util.function.Function;

/**
 * How to insert rows of one kind.
 *
 * @param statement names the columns and ends in {@code values <rows>}
 * @param values of a row, in the order of the columns
 */
public record Insert<R>(String statement, Function<R, List<Object>> values) {}
