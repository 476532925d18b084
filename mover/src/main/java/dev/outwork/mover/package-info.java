/**
 * Reports what of a Camunda 7 database can come over. Packages depend in one direction: {@code
 * command}, {@code showing}, {@code judging}, {@code reading}, {@code source}; {@code source} alone
 * knows the tables of Camunda 7.
 */
package dev.outwork.mover;
