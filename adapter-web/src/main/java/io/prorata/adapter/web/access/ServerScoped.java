package io.prorata.adapter.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route about the server as a whole, which shows nothing of a household: open to the operator, without a household, and to tokens with
 * the scope of {@link RequiresScope}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ServerScoped {}
