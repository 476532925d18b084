/**
 * What a user writes: two workers of the video process. Both write rows of their own, in the
 * engine's data source and in the transaction that completes their task, so there is one row for
 * each completed task, whatever fails.
 */
package dev.outwork.sample;
