/**
 * The wire, row by row: each class is about one section of docs/rest-api.md, and its tables list
 * requests with what they are answered.
 */
package dev.outwork.it.contract;
