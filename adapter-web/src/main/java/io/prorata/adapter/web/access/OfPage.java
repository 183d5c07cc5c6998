package io.prorata.adapter.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route of the page that people look at: no part of the API that programs call, and not in its description. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OfPage {

    /** The parameter of every screen that names the revision of a change just made: the screen offers to take it back. */
    String DONE = "done";

    /** The operation of the API that does the same: {@code POST /transactions}. Empty where the route only shows something. */
    String operation() default "";
}
