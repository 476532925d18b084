/** The command line. */
package dev.outwork.mover.command;
