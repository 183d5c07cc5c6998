package io.prorata.adapter.web.json;

import io.prorata.application.request.PatchField;
import io.prorata.domain.expense.Frequency;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a body, from the components of its record; found once for each record.
 *
 * @param fields by the names that JSON has for them, in order
 */
public record RecordShape(Constructor<?> constructor, Map<String, Field> fields) {

    /** Which of the forms of a sealed type an object has; the fields of another form mean nothing to it. */
    public static final String MODE = "mode";

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return found(type);
        }
    };

    /** @param patched whether it tells what is absent from what is null */
    public record Field(RecordComponent component, AnnotatedType type, boolean needed, boolean patched) {

        @Nullable
        Object of(Record holder) {
            try {
                return component.getAccessor().invoke(holder);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record shows its fields", e);
            }
        }
    }

    public static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** Returns the forms of a sealed type, by mode. */
    public static Map<String, Class<?>> forms(Class<?> sealed) {
        Map<String, Class<?>> forms = new LinkedHashMap<>();
        for (Class<?> form : sealed.getPermittedSubclasses()) {
            forms.put(jsonName(form.getSimpleName()), form);
        }
        return forms;
    }

    /** Returns the name that JSON has for what Java calls {@code name}. */
    public static String jsonName(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static RecordShape found(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            AnnotatedType stated = component.getAnnotatedType();
            boolean patched = component.getType() == PatchField.class;
            AnnotatedType held =
                    patched ? ((AnnotatedParameterizedType) stated).getAnnotatedActualTypeArguments()[0] : stated;
            fields.put(
                    jsonName(component.getName()),
                    new Field(component, held, !patched && !stated.isAnnotationPresent(Nullable.class), patched));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(constructor, fields);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a constructor of its components", e);
        }
    }

    /** Returns {@code body} as a request might have stated it; what is absent is left out. */
    public static Map<String, Object> written(Record body) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (Arrays.stream(body.getClass().getInterfaces()).anyMatch(Class::isSealed)) {
            written.put(MODE, jsonName(body.getClass().getSimpleName()));
        }
        of(body.getClass()).fields().forEach((name, field) -> {
            Object value = field.of(body) instanceof PatchField<?> patched ? patched.value() : field.of(body);
            if (value != null) {
                written.put(name, plain(value));
            }
        });
        return written;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case DecimalText decimal -> decimal.digits();
            case Frequency frequency -> frequency.name().toLowerCase(Locale.ROOT);
            case YearMonth month -> month.toString();
            default -> value;
        };
    }

    /** Returns whether all is there that {@code body} needs, and what it holds. */
    public static boolean isWhole(@Nullable Object body) {
        return switch (body) {
            case null -> false;
            case DecimalText _, Frequency _, RawJson _ -> true;
            case List<?> list -> list.stream().allMatch(RecordShape::isWhole);
            case Map<?, ?> map -> map.values().stream().allMatch(RecordShape::isWhole);
            case PatchField<?> field -> field.value() == null || isWhole(field.value());
            case Record record ->
                of(record.getClass()).fields().values().stream().allMatch(field -> {
                    Object value = field.of(record);
                    return value == null ? !field.needed() : isWhole(value);
                });
            default -> true;
        };
    }

    /** Makes the record of {@code values}, one for each field. */
    Object made(List<?> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record of a body checks nothing by itself", e);
        }
    }
}
