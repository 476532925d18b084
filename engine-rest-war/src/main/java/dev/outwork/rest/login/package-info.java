/**
 * People log in with their browser at an identity provider, by OpenID Connect, and get a session
 * (docs/security.md, "People in a browser"). A session is an encrypted cookie: no node remembers
 * it, so each node serves each request.
 */
package dev.outwork.rest.login;
