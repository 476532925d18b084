/** Tests of the kit itself; examples of its use are in {@code com.example}. */
package dev.outwork.testkit;
