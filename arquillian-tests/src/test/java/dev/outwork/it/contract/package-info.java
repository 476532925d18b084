/**
 * The rest, row by row: each class is about one section of docs/rest-api.md, and its tables list
 * requests with what they are answered. A table is a file of its own, named after its test.
 */
package dev.outwork.it.contract;
