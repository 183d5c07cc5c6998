package io.prorata.adapter.web.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name that a household gives: 1 to 200 visible characters. */
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Name {

    String message() default "a name has 1 to 200 characters that can be seen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
