/** The kit itself; what a user writes with it is in {@code com.example}. */
package dev.outwork.testkit;
