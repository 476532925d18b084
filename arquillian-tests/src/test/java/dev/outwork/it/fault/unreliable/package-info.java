/** What makes the sample's workers fail at every step; added to the archive that is under test. */
package dev.outwork.it.fault.unreliable;
