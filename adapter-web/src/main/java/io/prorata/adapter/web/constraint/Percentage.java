package io.prorata.adapter.web.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Percent, from 0 to 100, with at most four decimals. */
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Percentage {

    String message() default "a rate lies between 0 and 100 percent";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
