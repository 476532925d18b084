/** Workers inside the server that do what a variable of the process tells them. */
package dev.outwork.it.container.workers;
