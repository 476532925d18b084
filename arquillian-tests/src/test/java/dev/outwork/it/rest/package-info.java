/** The rest, black box: what callers send and what they get. */
package dev.outwork.it.rest;
