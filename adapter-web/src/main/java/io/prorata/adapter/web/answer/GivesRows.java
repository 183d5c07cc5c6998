package io.prorata.adapter.web.answer;

import io.micronaut.http.annotation.Produces;
import io.prorata.adapter.web.json.MediaTypes;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a route that lists things: it gives the rows alone, too, as CSV or as a JSON document to a line. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
public @interface GivesRows {

    /** The field of the answer that holds the rows, by the name that JSON has for it. */
    String value();
}
