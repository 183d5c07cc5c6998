package io.prorata.adapter.web.json;

import io.prorata.adapter.web.json.RecordShape.Field;
import io.prorata.application.request.JsonPointer;
import io.prorata.application.request.PatchField;
import io.prorata.domain.expense.Frequency;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Binds a strict tree to records. A value that does not have the type of its component is an error; nothing is converted. A value that
 * cannot be read is null in the record, so that the rest can be checked.
 *
 * @param takenAway the places that a merge patch removes
 */
record RecordBinder(Faults faults, Set<String> takenAway) {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    @Nullable
    Object bind(Json json, AnnotatedType type, String at) {
        Class<?> raw = raw(type.getType());
        if (raw == List.class) {
            return list(json, argument(type, 0), at);
        }
        if (raw == Map.class) {
            return map(json, argument(type, 1), at);
        }
        return bind(json, raw, at);
    }

    @Nullable
    Object bind(Json json, Class<?> type, String at) {
        if (type == RawJson.class) {
            return new RawJson(json);
        }
        if (type.isSealed()) {
            return form(json, type, at);
        }
        if (type.isRecord() && type != DecimalText.class && type != Frequency.class) {
            return json instanceof Json.Obj(Map<String, Json> members)
                    ? object(members, type, at, List.of())
                    : wrongType(json, "an object", at);
        }
        if (type.isEnum()) {
            return text(json, at, text -> constant(text, type));
        }
        return switch (type.getSimpleName()) {
            case "String" -> text(json, at, text -> text);
            case "YearMonth" -> text(json, at, Months::month);
            case "LocalDate" -> text(json, at, Months::date);
            case "Instant" -> text(json, at, Months::instant);
            case "DecimalText" -> decimal(json, at);
            case "Frequency" -> text(json, at, text -> Frequency.valueOf(text.toUpperCase(Locale.ROOT)));
            case "Long" -> whole(json, at, Long::valueOf);
            case "Integer" -> whole(json, at, Integer::valueOf);
            case "Boolean" -> json instanceof Json.Bool(boolean value) ? value : wrongType(json, "true or false", at);
            default -> throw new IllegalStateException("no body holds a " + type);
        };
    }

    private @Nullable Object form(Json json, Class<?> sealed, String at) {
        if (!(json instanceof Json.Obj(Map<String, Json> members))) {
            return wrongType(json, "an object", at);
        }
        Map<String, Class<?>> forms = RecordShape.forms(sealed);
        Json mode = members.get(RecordShape.MODE);
        if (mode instanceof Json.Text(String text) && forms.containsKey(text)) {
            Map<String, Json> others = new LinkedHashMap<>(members);
            others.remove(RecordShape.MODE);
            return object(others, forms.get(text), at, List.of(RecordShape.MODE));
        }
        String place = JsonPointer.at(at, RecordShape.MODE);
        if (mode == null) {
            faults.unreadable(place, "this field is missing");
        } else {
            text(mode, place, text -> {
                throw new IllegalArgumentException("one of " + String.join(", ", forms.keySet()));
            });
        }
        return null;
    }

    /** @param read the names that were read before */
    private Object object(Map<String, Json> members, Class<?> type, String at, List<String> read) {
        RecordShape shape = RecordShape.of(type);
        List<String> known = new ArrayList<>(read);
        known.addAll(shape.fields().keySet());
        members.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.unreadable(
                        JsonPointer.at(at, name),
                        known.isEmpty()
                                ? "no such field; there is nothing to say here"
                                : "no such field; there are " + String.join(", ", known)));
        List<@Nullable Object> values = new ArrayList<>();
        shape.fields().forEach((name, field) -> values.add(field(members.get(name), field, JsonPointer.at(at, name))));
        return shape.made(values);
    }

    private @Nullable Object field(@Nullable Json json, Field field, String at) {
        Object value = json == null || json instanceof Json.Null ? null : bind(json, field.type(), at);
        if (field.patched()) {
            return json == null ? PatchField.not() : PatchField.to(value);
        }
        if (json != null && !(json instanceof Json.Null)) {
            return value;
        }
        if (field.needed()) {
            if (takenAway.contains(at)) {
                faults.refused(at, "this cannot be taken away");
            } else {
                faults.unreadable(at, "this field is missing");
            }
        }
        return null;
    }

    private @Nullable Object list(Json json, AnnotatedType type, String at) {
        if (!(json instanceof Json.Arr(List<Json> items))) {
            return wrongType(json, "a list", at);
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (Json item : items) {
            list.add(bind(item, type, at + "/" + list.size()));
        }
        return list;
    }

    private @Nullable Object map(Json json, AnnotatedType type, String at) {
        if (!(json instanceof Json.Obj(Map<String, Json> members))) {
            return wrongType(json, "an object", at);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members.forEach((name, member) -> map.put(name, bind(member, type, JsonPointer.at(at, name))));
        return map;
    }

    private @Nullable Object decimal(Json json, String at) {
        String digits = switch (json) {
            case Json.Text(String text) -> text;
            case Json.Num(String number) -> number;
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> null;
        };
        if (digits == null) {
            return wrongType(json, "a decimal", at);
        }
        if (!AmountText.isDecimal(digits)) {
            faults.unreadable(at, AmountText.FORM);
            return null;
        }
        return new DecimalText(digits);
    }

    private @Nullable Object whole(Json json, String at, Function<String, Object> parse) {
        if (!(json instanceof Json.Num(String digits)) || !WHOLE.matcher(digits).matches()) {
            return wrongType(json, "a whole number", at);
        }
        try {
            return parse.apply(digits);
        } catch (NumberFormatException e) {
            faults.refused(at, "this number is too large");
            return null;
        }
    }

    private @Nullable Object text(Json json, String at, Function<String, Object> parse) {
        if (!(json instanceof Json.Text(String text))) {
            return wrongType(json, "text", at);
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            faults.unreadable(at, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** By its name in answers, or by that of the constant. */
    private static Object constant(String text, Class<?> type) {
        Enum<?>[] constants = (Enum<?>[]) type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text)
                        || EnumNames.written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of "
                        + Arrays.stream(constants).map(EnumNames::written).collect(Collectors.joining(", "))));
    }

    private @Nullable Object wrongType(Json json, String wanted, String at) {
        faults.unreadable(at, "this should be " + wanted + " and is " + json.kind());
        return null;
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }
}
