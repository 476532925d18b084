/**
 * The database: where it is, its schema, its clock, and the two ways to it.
 *
 * <p>The map is JPA: entities answer for lists and single things. The motorway is SQL: what runs
 * for every task is a whole statement in the store of its feature, through {@link
 * dev.outwork.engine.database.Sql}, on the connection of the same container-managed transaction. A
 * {@link dev.outwork.engine.database.Statement} is a constant with named parameters, so that no
 * value is ever part of its text.
 *
 * <p>Where H2 and PostgreSQL need different statements, {@link dev.outwork.engine.database.Dialect}
 * tells which one it is.
 */
package dev.outwork.engine.database;
