/** What both databases have in common: a connection, its statements, and how it fails. */
package dev.outwork.mover.database;
