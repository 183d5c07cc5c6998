package io.prorata.adapter.web.access;

import io.prorata.application.port.Tokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scope that this route needs; without it, GET and HEAD need {@code READ} and all others {@code WRITE}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {
    Tokens.TokenScope value();
}
