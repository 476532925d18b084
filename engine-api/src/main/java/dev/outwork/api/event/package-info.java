/** Messages, signals and conditions from outside, and their subscriptions. */
package dev.outwork.api.event;
