/** Jobs (docs/rest-api.md, "Jobs"). */
package dev.outwork.rest.job;
