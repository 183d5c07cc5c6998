package io.prorata.adapter.web.access;

import io.prorata.application.port.Tokens;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a token has to allow for this route; without it, GET and HEAD need {@code READ} and all else {@code WRITE}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {
    Tokens.TokenScope value();
}
