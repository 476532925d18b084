/** What is in the archives, without a server: who receives one gets no more than these files. */
package dev.outwork.it.archive;
