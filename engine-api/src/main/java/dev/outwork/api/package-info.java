/**
 * What a worker or an embedding application compiles against.
 *
 * <p>Services are interfaces, implemented by one stateless session bean each and injectable as
 * such; a call joins the caller's transaction or runs in its own. Everything that goes in or comes
 * out is an immutable record: entities stay inside the engine. Exceptions carry the simple names
 * that Camunda 7 gives them on the wire, because clients branch on these names.
 */
package dev.outwork.api;
