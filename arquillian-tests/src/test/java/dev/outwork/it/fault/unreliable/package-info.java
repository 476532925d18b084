/** Makes the sample's workers fail at every step; added to the archive under test. */
package dev.outwork.it.fault.unreliable;
