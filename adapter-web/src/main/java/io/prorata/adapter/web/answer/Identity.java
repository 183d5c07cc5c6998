package io.prorata.adapter.web.answer;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value as one text, for tags and cursors: the fields of records in their order, each with its length before it. Different values have
 * different texts, independent of {@code toString}. Unknown types are refused, never omitted.
 */
public final class Identity {

    private Identity() {}

    /** @throws IllegalArgumentException if it contains an unknown type */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case String text -> text.length() + ":" + text;
            case Boolean flag -> flag ? "t" : "f";
            case Integer number -> "i" + number + ";";
            case Long number -> "i" + number + ";";
            case Enum<?> constant -> text(constant.name());
            case YearMonth month -> "m" + month.getYear() + "." + month.getMonthValue() + ";";
            case LocalDate date -> "d" + date.toEpochDay() + ";";
            case Optional<?> optional -> "o" + text(optional.orElse(null));
            case OptionalLong optional -> optional.isPresent() ? "o" + text(optional.getAsLong()) : "o-";
            case List<?> list -> list(list.stream().map(Identity::text).toList());
            case Set<?> set -> list(set.stream().map(Identity::text).sorted().toList());
            case Map<?, ?> map ->
                list(map.entrySet().stream()
                        .map(entry -> text(entry.getKey()) + text(entry.getValue()))
                        .sorted()
                        .toList());
            case Record tuple -> record(tuple);
            default -> throw new IllegalArgumentException("no identity is known for a " + value.getClass());
        };
    }

    private static String record(Record value) {
        var text = new StringBuilder("(").append(value.getClass().getName()).append(' ');
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append(text(read(component, value)));
        }
        return text.append(')').toString();
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record shows its fields", e);
        }
    }

    private static String list(List<String> texts) {
        return "[" + String.join("", texts) + "]";
    }
}
