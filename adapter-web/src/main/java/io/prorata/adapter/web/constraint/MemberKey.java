package io.prorata.adapter.web.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key of a member. */
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface MemberKey {

    String message() default "a member's key is a small letter, then at most 31 small letters, digits or hyphens";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
