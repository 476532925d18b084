/**
 * Who may do what. The operator's file is the only source of grants; it only gives, so what no line
 * gives is denied. A boundary asks for the {@link dev.outwork.engine.right.Rights} of its caller in
 * the first line of each verb, whoever calls it: the REST API, a bean in the server, or a worker
 * inside it. Without a file everybody has {@link dev.outwork.engine.right.Rights#ALL}, which each
 * check leaves at once. The engine's own work, such as timers, passes no boundary and needs no
 * grant.
 */
package dev.outwork.engine.right;
