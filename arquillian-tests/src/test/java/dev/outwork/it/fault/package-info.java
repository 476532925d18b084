/** What must hold when things go wrong. */
package dev.outwork.it.fault;
