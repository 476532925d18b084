/** Messages, signals and conditions from outside, and who listens for them. */
package dev.outwork.api.event;
