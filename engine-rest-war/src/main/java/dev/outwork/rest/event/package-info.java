/** Messages, signals and conditions, and their subscriptions (wire section 6.4). */
package dev.outwork.rest.event;
