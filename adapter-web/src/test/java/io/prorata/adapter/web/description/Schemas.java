package io.prorata.adapter.web.description;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.serde.config.annotation.SerdeConfig;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The shapes of answers, from the records that they are made of. */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SortedMap<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, Class<?>> types = new TreeMap<>();

    /** Returns the shapes that have been asked for, by name. */
    SortedMap<String, ObjectNode> named() {
        return named;
    }

    void add(String name, ObjectNode schema) {
        if (types.containsKey(name)) {
            throw new IllegalStateException("two shapes would be called " + name);
        }
        named.put(name, schema);
    }

    ObjectNode ref(String name) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    ObjectNode of(Class<?> type) {
        return of((Type) type);
    }

    private ObjectNode of(AnnotatedType annotated) {
        ObjectNode schema = annotated instanceof AnnotatedParameterizedType parameterized
                ? parameterized(parameterized)
                : of(annotated.getType());
        return annotated.isAnnotationPresent(Nullable.class) ? nullable(schema) : schema;
    }

    private ObjectNode parameterized(AnnotatedParameterizedType type) {
        Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        AnnotatedType[] arguments = type.getAnnotatedActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode list = JSON.objectNode().put("type", "array");
            list.set("items", of(arguments[0]));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = JSON.objectNode().put("type", "object");
            map.set("additionalProperties", of(arguments[1]));
            return map;
        }
        throw new IllegalStateException("no shape for " + type);
    }

    private ObjectNode of(Type type) {
        if (type.equals(String.class)) {
            return JSON.objectNode().put("type", "string");
        }
        if (type.equals(long.class) || type.equals(Long.class)) {
            return JSON.objectNode().put("type", "integer").put("format", "int64");
        }
        if (type.equals(int.class) || type.equals(Integer.class)) {
            return JSON.objectNode().put("type", "integer");
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return JSON.objectNode().put("type", "boolean");
        }
        if (type.equals(Object.class) || type instanceof WildcardType) {
            return JSON.objectNode();
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return record(record);
        }
        throw new IllegalStateException("no shape for " + type);
    }

    private ObjectNode record(Class<?> type) {
        String name = name(type);
        if (!type.equals(types.computeIfAbsent(name, first -> type))) {
            throw new IllegalStateException("two shapes would be called " + name);
        }
        if (!named.containsKey(name)) {
            ObjectNode schema = JSON.objectNode().put("type", "object");
            // Before its parts, which may be of its own kind.
            named.put(name, schema);
            Javadocs.ofRecord(type).ifPresent(text -> schema.put("description", text));
            ObjectNode properties = schema.putObject("properties");
            ArrayNode required = JSON.arrayNode();
            for (RecordComponent component : type.getRecordComponents()) {
                if (isUnwrapped(type, component)) {
                    // Its fields stand among those around it.
                    of(component.getType());
                    ObjectNode part = Objects.requireNonNull(named.get(name(component.getType())));
                    properties.setAll((ObjectNode) part.get("properties"));
                    required.addAll((ArrayNode) part.get("required"));
                    continue;
                }
                ObjectNode property = of(component.getAnnotatedType());
                Javadocs.ofComponent(type, component.getName()).ifPresent(text -> property.put("description", text));
                properties.set(snakeCase(component.getName()), property);
                required.add(snakeCase(component.getName()));
            }
            schema.set("required", required);
            schema.put("additionalProperties", false);
        }
        return ref(name);
    }

    private static boolean isUnwrapped(Class<?> type, RecordComponent component) {
        return BeanIntrospector.SHARED.findIntrospection(type).stream()
                .flatMap(known -> known.getProperty(component.getName()).stream())
                .anyMatch(property -> property.hasAnnotation(SerdeConfig.SerUnwrapped.class));
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.has("type") && schema.get("type").isTextual()) {
            schema.set("type", JSON.arrayNode().add(schema.get("type")).add("null"));
            return schema;
        }
        if (schema.isEmpty()) {
            return schema;
        }
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(schema).add(JSON.objectNode().put("type", "null"));
        return either;
    }

    private static String name(Class<?> type) {
        return type.getName()
                .substring(type.getPackageName().length() + 1)
                .replace('$', '.')
                .replaceAll("Json\\b", "");
    }

    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
