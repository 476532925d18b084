/** Messages, signals and conditions, and who listens for them (wire section 6.4). */
package dev.outwork.rest.event;
