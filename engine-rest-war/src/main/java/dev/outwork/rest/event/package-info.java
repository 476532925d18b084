/**
 * Messages, signals and conditions, and their subscriptions (docs/rest-api.md, "Messages",
 * "Signals" and "Event subscriptions").
 */
package dev.outwork.rest.event;
