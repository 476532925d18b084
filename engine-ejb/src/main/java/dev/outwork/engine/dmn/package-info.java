/**
 * Decisions: what is read of a DMN document, what is refused, and how it is evaluated. The library
 * stays in here; what it is allowed to do is FEEL and nothing else, so a decision runs no code,
 * loads no class and calls no address.
 */
package dev.outwork.engine.dmn;
