package io.prorata.adapter.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route about the server as a whole, which shows nothing of a household: open to the operator, who need not name one, and to
 * those whose token {@link RequiresScope} lets pass.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ServerScoped {}
