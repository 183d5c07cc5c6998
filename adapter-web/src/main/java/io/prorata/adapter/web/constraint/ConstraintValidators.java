package io.prorata.adapter.web.constraint;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import io.prorata.adapter.web.access.AccessFilter;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.RecordShape;
import io.prorata.application.request.Access;
import io.prorata.application.request.PatchField;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.provision.ProvisionCard;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Validators that use the domain's own rules and messages. An absent value is valid. */
@Factory
final class ConstraintValidators {

    @Singleton
    ConstraintValidator<Name, Object> names() {
        return text(Naming::name);
    }

    @Singleton
    ConstraintValidator<Label, Object> labels() {
        return text(Naming::label);
    }

    @Singleton
    ConstraintValidator<MemberKey, Object> memberKeys() {
        return text(io.prorata.domain.household.MemberKey::new);
    }

    @Singleton
    ConstraintValidator<Colour, Object> colours() {
        return text(colour -> new ProvisionCard("x", null, null, null, colour, 0));
    }

    @Singleton
    ConstraintValidator<CurrencyCode, Object> currencies() {
        return text(code -> {
            if (Currency.getInstance(code).getDefaultFractionDigits() < 0) {
                throw new IllegalArgumentException("this currency has no minor unit to count in");
            }
        });
    }

    @Singleton
    ConstraintValidator<TimeZone, Object> zones() {
        return text(zone -> {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(null, e);
            }
        });
    }

    @Singleton
    ConstraintValidator<NotRemovable, PatchField<?>> notRemovableFields() {
        return (field, kept, context) -> field == null || !field.named() || field.value() != null;
    }

    @Singleton
    ConstraintValidator<Percentage, DecimalText> percentages() {
        return rule(percent -> Rate.ofPercent(percent.value()));
    }

    @Singleton
    ConstraintValidator<Amount, DecimalText> amounts() {
        return (decimal, amount, context) -> isLegal(
                decimal,
                stated -> requireSign(
                        new AmountText(currency()).of(stated),
                        amount.enumValue("sign", Amount.Sign.class).orElse(Amount.Sign.ANY)),
                context);
    }

    @Singleton
    ConstraintValidator<Coherent, Contradictory> bodies() {
        return (body, coherent, context) -> {
            var contradictions = new Contradictions();
            if (body != null && RecordShape.isWhole(body)) {
                body.check(contradictions);
            }
            contradictions.byPlace().forEach((place, reason) -> {
                var violation = context.buildConstraintViolationWithTemplate(escaped(reason));
                // The body as a whole needs a node too: without it, its place in a list is lost.
                violation.addPropertyNode(place).addConstraintViolation();
            });
            if (!contradictions.byPlace().isEmpty()) {
                context.disableDefaultConstraintViolation();
            }
            return contradictions.byPlace().isEmpty();
        };
    }

    private static Currency currency() {
        return ServerRequestContext.currentRequest()
                .flatMap(AccessFilter::accessOf)
                .map(Access::currency)
                .orElseThrow(() -> new IllegalStateException("amounts are of somebody's household"));
    }

    private static void requireSign(Money amount, Amount.Sign sign) {
        switch (sign) {
            case ANY -> amount.withinBounds();
            case NOT_NEGATIVE -> amount.notNegative();
            case POSITIVE -> {
                if (amount.compareTo(Money.ZERO) <= 0) {
                    throw new IllegalArgumentException("this amount is more than zero");
                }
            }
        }
    }

    private static <A extends Annotation> ConstraintValidator<A, Object> text(Consumer<String> rule) {
        return rule(value -> rule.accept((String) value));
    }

    private static <A extends Annotation, T> ConstraintValidator<A, T> rule(Consumer<T> rule) {
        return (value, annotation, context) -> isLegal(value, rule, context);
    }

    @SuppressWarnings("unchecked") // a field that may stay as it is holds what it becomes
    private static <T> boolean isLegal(@Nullable T value, Consumer<T> rule, ConstraintValidatorContext context) {
        T stated = value instanceof PatchField<?> field ? (T) field.value() : value;
        if (stated == null) {
            return true;
        }
        try {
            rule.accept(stated);
            return true;
        } catch (IllegalArgumentException e) {
            if (e.getMessage() != null) {
                context.messageTemplate(escaped(e.getMessage()));
            }
            return false;
        }
    }

    /** Names of a household must not be evaluated as expressions. */
    private static String escaped(String message) {
        return message.replaceAll("[\\\\{}$]", "\\\\$0");
    }
}
