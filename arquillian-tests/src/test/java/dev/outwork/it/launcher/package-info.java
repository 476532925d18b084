/** What the launcher for Payara Micro says when it cannot start it. */
package dev.outwork.it.launcher;
