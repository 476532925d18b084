/** Topics, workers and alarms in numbers (docs/rest-api.md, "Topics and workers"). */
package dev.outwork.rest.numbers;
