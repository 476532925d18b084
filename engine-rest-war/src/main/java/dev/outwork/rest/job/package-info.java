/** Jobs (wire section 6.8). */
package dev.outwork.rest.job;
