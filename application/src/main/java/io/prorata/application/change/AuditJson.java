package io.prorata.application.change;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records as canonical JSON: the same record gives the same text, whatever machine or release writes it.
 *
 * <ul>
 *   <li>A record is an object of its components under their names in snake case, sorted by name. A component that is absent is null.
 *   <li>A record of one component that is a number or a text is that: amounts are whole minor units, rates parts per million.
 *   <li>A record that is one of several alternatives says which, as {@code kind}.
 *   <li>Lists keep their order; sets and the keys of maps are sorted. Dates, months and instants are text in ISO 8601.
 * </ul>
 *
 * <p>A test pins the names, because readers of earlier audit rows depend on them.
 */
public final class AuditJson {

    private static final String KIND = "kind";
    private static final Set<Class<?>> PLAIN = Set.of(long.class, int.class, String.class);
    private static final Pattern UPPER_CASE = Pattern.compile("\\p{Upper}");
    private static final Collector<CharSequence, ?, String> ARRAY = Collectors.joining(",", "[", "]");

    /** Looked at once for each class: reflection takes longer than all the rest. */
    private static final ClassValue<Form> FORMS = new ClassValue<>() {

        @Override
        protected Form computeValue(Class<?> type) {
            return Form.of(type);
        }
    };

    private AuditJson() {}

    /**
     * How records of a class are written.
     *
     * @param kind which of several alternatives they are, in quotes
     * @param plain whether they are written as their only component
     */
    private record Form(Optional<String> kind, boolean plain, List<Component> components) {

        static Form of(Class<?> type) {
            boolean alternative = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
            RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
            return new Form(
                    alternative ? Optional.of(quoted(name(type.getSimpleName()))) : Optional.empty(),
                    components.length == 1 && PLAIN.contains(components[0].getType()) && !alternative,
                    Arrays.stream(components).map(Component::of).toList());
        }
    }

    private record Component(String name, Method accessor) {

        static Component of(RecordComponent component) {
            Method accessor = component.getAccessor();
            // Some of them are private to the use case that writes them.
            accessor.setAccessible(true);
            return new Component(AuditJson.name(component.getName()), accessor);
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + accessor, e);
            }
        }
    }

    /** Returns {@code record} as JSON; null if it is null. */
    public static @Nullable String of(@Nullable Record record) {
        return record == null ? null : object(record);
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Optional<?> optional -> json(optional.orElse(null));
            case OptionalLong optional -> optional.isPresent() ? Long.toString(optional.getAsLong()) : "null";
            case OptionalInt optional -> optional.isPresent() ? Integer.toString(optional.getAsInt()) : "null";
            case Boolean flag -> flag.toString();
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case String text -> quoted(text);
            case Enum<?> constant -> quoted(constant.name());
            case Currency currency -> quoted(currency.getCurrencyCode());
            case ZoneId zone -> quoted(zone.getId());
            // Their text is ISO 8601.
            case TemporalAccessor time -> quoted(time.toString());
            case Record record -> record(record);
            case Set<?> set -> set.stream().map(AuditJson::json).sorted().collect(ARRAY);
            case Collection<?> list -> list.stream().map(AuditJson::json).collect(ARRAY);
            case Map<?, ?> map -> object(map);
            default -> throw new IllegalArgumentException("the audit has no form for a " + value.getClass());
        };
    }

    private static String record(Record record) {
        Form form = FORMS.get(record.getClass());
        return form.plain() ? json(form.components().getFirst().of(record)) : object(record);
    }

    private static String object(Record record) {
        Form form = FORMS.get(record.getClass());
        Map<String, String> members = new TreeMap<>();
        form.kind().ifPresent(kind -> members.put(KIND, kind));
        form.components().forEach(component -> members.put(component.name(), json(component.of(record))));
        return joined(members);
    }

    /** Keys are text, or records of one. */
    private static String object(Map<?, ?> map) {
        Map<String, String> members = new TreeMap<>();
        map.forEach((key, value) -> members.put(unquoted(json(key)), json(value)));
        return joined(members);
    }

    private static String joined(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String unquoted(String json) {
        return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
    }

    /** Returns {@code name} in snake case. */
    static String name(String name) {
        return UPPER_CASE
                .matcher(name)
                .replaceAll("_$0")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^_", "");
    }

    private static String quoted(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '"' || one == '\\') {
                json.append('\\').append(one);
            } else if (one < ' ') {
                json.append("\\u00").append(HexFormat.of().toHexDigits((byte) one));
            } else {
                json.append(one);
            }
        }
        return json.append('"').toString();
    }
}
