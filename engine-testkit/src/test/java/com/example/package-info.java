/** The examples of docs/testing.md. */
package com.example;
