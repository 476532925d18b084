/** An engine whose operator has set up users. */
package dev.outwork.it.security;
