package dev.outwork.engine.database;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotates a session bean: an unavailable database is reported to the caller as {@link
 * dev.outwork.api.DatabaseUnavailableException}, and a timer that encounters it waits for its next
 * time.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TellsOutages {}
