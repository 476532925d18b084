/** The guarantees in case of faults. */
package dev.outwork.it.fault;
