package dev.outwork.engine.inject;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A class that the boundaries share: the container creates one instance when it first injects it,
 * by its only constructor, and injects the instance itself instead of a proxy.
 *
 * <p>A class that is opened or closed with the application is application-scoped instead.
 */
@Stereotype
@Singleton
@Retention(RUNTIME)
@Target(TYPE)
public @interface Collaborator {}
