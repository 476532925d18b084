/**
 * An example application: two workers of the video process. Both write rows of their own to the
 * engine's data source, in the transaction that completes their task. So there is one row for each
 * completed task, whatever fails.
 */
package dev.outwork.sample;
