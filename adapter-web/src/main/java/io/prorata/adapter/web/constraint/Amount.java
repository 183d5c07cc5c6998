package io.prorata.adapter.web.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An amount within bounds, with no more decimals than the household's currency. */
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Amount {

    /** The allowed signs. */
    Sign sign() default Sign.ANY;

    enum Sign {
        ANY,
        NOT_NEGATIVE,
        POSITIVE
    }

    String message() default "an amount has at most the decimals of the currency";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
