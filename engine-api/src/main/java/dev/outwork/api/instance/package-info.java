/** Process instances: start, query, modify, change variables, delete. */
package dev.outwork.api.instance;
