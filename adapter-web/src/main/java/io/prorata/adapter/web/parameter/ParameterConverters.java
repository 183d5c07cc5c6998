package io.prorata.adapter.web.parameter;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.prorata.adapter.web.json.Months;
import io.prorata.domain.ledger.ExpenseType;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;

/** How parameters become values; what cannot be read says why. */
@Factory
final class ParameterConverters {

    @Singleton
    TypeConverter<CharSequence, YearMonth> month() {
        return (text, type, context) -> converted(text, Months::month, context);
    }

    @Singleton
    TypeConverter<CharSequence, LocalDate> date() {
        return (text, type, context) -> converted(text, Months::date, context);
    }

    @Singleton
    TypeConverter<CharSequence, Flag> flag() {
        return (text, type, context) -> converted(text, ParameterConverters::flag, context);
    }

    @Singleton
    TypeConverter<CharSequence, Limit> limit() {
        return (text, type, context) -> converted(text, Limit::read, context);
    }

    @Singleton
    TypeConverter<CharSequence, MonthCount> monthCount() {
        return (text, type, context) -> converted(text, MonthCount::read, context);
    }

    @Singleton
    TypeConverter<CharSequence, Offset> offset() {
        return (text, type, context) -> converted(text, Offset::read, context);
    }

    @Singleton
    TypeConverter<CharSequence, Since> since() {
        return (text, type, context) -> converted(text, Since::read, context);
    }

    @Singleton
    TypeConverter<CharSequence, ExpenseType> expenseType() {
        return (text, type, context) -> converted(text, ExpenseTypes::read, context);
    }

    private static Flag flag(String text) {
        return switch (text) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static <T> Optional<T> converted(CharSequence text, Function<String, T> reader, ConversionContext context) {
        try {
            return Optional.of(reader.apply(text.toString()));
        } catch (IllegalArgumentException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
