/** How the container creates the engine's classes: once, and without a proxy where it can. */
package dev.outwork.engine.inject;
