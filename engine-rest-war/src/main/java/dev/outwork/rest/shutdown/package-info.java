/** What has to end before anything else does. */
package dev.outwork.rest.shutdown;
