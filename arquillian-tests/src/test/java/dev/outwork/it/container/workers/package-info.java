/** Workers inside the server whose behaviour is controlled by a variable of the process. */
package dev.outwork.it.container.workers;
