package io.prorata.adapter.web.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The label of a bank line, or a description: 1 to 500 visible characters. */
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Label {

    String message() default "a label has 1 to 500 characters that can be seen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
