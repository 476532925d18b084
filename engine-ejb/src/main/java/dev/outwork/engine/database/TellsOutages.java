package dev.outwork.engine.database;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of a session bean: a database that is away is told to the caller as {@link
 * dev.outwork.api.DatabaseUnavailableException}, and a timer that meets it waits for its next time.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TellsOutages {}
