/** The messages of the launcher for Payara Micro when it cannot start. */
package dev.outwork.it.launcher;
