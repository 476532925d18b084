/** DMN decisions: deployed definitions and their evaluation. */
package dev.outwork.api.decision;
