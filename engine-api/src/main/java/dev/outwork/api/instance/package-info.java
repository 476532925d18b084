/** Process instances: start, look, change their variables, end. */
package dev.outwork.api.instance;
