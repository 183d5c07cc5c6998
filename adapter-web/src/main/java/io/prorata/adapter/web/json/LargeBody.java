package io.prorata.adapter.web.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A body that may be larger than usual. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LargeBody {

    /** The default limit, more than any single thing needs. */
    int USUAL_BYTES = 256 * 1024;

    int bytes();
}
