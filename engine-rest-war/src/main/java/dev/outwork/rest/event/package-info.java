/**
 * Messages, signals and conditions, and who listens for them (docs/rest-api.md, "Messages",
 * "Signals" and "Event subscriptions").
 */
package dev.outwork.rest.event;
