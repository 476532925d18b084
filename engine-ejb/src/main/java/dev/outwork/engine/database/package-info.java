/**
 * The database: its location, schema and clock, and the two ways to access it.
 *
 * <p>Lists and single elements are read by JPA entities. The hot path uses SQL: each statement
 * stands as a whole in the store of its feature and runs through {@link
 * dev.outwork.engine.database.Sql} on the connection of the same container-managed transaction. A
 * {@link dev.outwork.engine.database.Statement} is a constant with named parameters, so that no
 * value is ever part of its text.
 *
 * <p>Where H2 and PostgreSQL need different statements, {@link dev.outwork.engine.database.Dialect}
 * tells them apart.
 */
package dev.outwork.engine.database;
