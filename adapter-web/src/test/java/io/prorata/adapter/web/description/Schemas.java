package io.prorata.adapter.web.description;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Colour;
import io.prorata.adapter.web.constraint.CurrencyCode;
import io.prorata.adapter.web.constraint.Label;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.constraint.Percentage;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.EnumNames;
import io.prorata.adapter.web.json.RawJson;
import io.prorata.adapter.web.json.RecordShape;
import io.prorata.adapter.web.plan.BaseJson;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.port.Tokens;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.ledger.ExpenseType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The named schemas, from the records of bodies and answers. */
final class Schemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What an answer's objects of several forms are: they are written as maps. */
    private static final Map<String, Class<?>> FORMS = Map.of("base", BaseJson.class, "split", SplitJson.class);

    private static final Map<Class<? extends Annotation>, String> BY_CONSTRAINT = Map.of(
            Amount.class, "Money",
            Percentage.class, "Percentage",
            MemberKey.class, "MemberKey",
            Name.class, "Name",
            Label.class, "Label",
            Colour.class, "Colour",
            CurrencyCode.class, "CurrencyCode");

    private final SortedMap<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Words words;

    Schemas(Words words) {
        this.words = words;
        text(
                "Money",
                "^-?[0-9]+(\\.[0-9]+)?$",
                "1234.50",
                "An amount: a decimal with exactly the decimals of the currency. Requests may have fewer decimals, and"
                        + " a JSON number without exponent instead of a text.");
        text(
                "Percentage",
                "^-?[0-9]+(\\.[0-9]+)?$",
                "12.5",
                "Percent, as a decimal. Requests may have a JSON number"
                        + " without exponent instead of a text, and at most four decimals.");
        text("Month", "^[0-9]{4}-[0-9]{2}$", "2024-01", "A month, YYYY-MM.");
        text("Date", null, "2024-01-05", "A day, YYYY-MM-DD.").put("format", "date");
        text("Instant", null, "2024-01-15T12:00:00Z", "A moment in UTC (RFC 3339).")
                .put("format", "date-time");
        text("MemberKey", "^[a-z][a-z0-9-]{0,31}$", "ines", "The key by which figures refer to a member.");
        text("Party", "^[a-z][a-z0-9-]{0,31}$", "pot", "A member's key, or pot.");
        text("CurrencyCode", "^[A-Z]{3}$", "EUR", "A currency (ISO 4217).");
        text("Colour", "^#[0-9a-fA-F]{6}$", "#2a9d8f", "A colour, #rrggbb.");
        text("Name", null, "Groceries", "A name, not blank.")
                .put("minLength", 1)
                .put("maxLength", 200);
        text("Label", null, "Market hall", "A label, not blank.")
                .put("minLength", 1)
                .put("maxLength", 500);
        constants("ExpenseType", ExpenseType.class, "The type of a transaction.");
        text(
                "Frequency",
                "^(weekly|monthly|bimonthly|quarterly|semiannual|annual|every_[1-9][0-9]?_(months|weeks))$",
                "monthly",
                "The frequency of a bill: a short name, or a number of months (up to 60) or weeks (up to 52).");
        constants("AccountKind", AccountKind.class, "The kind of an account.");
        constants("TokenScope", Tokens.TokenScope.class, "The scope of a token: write includes read, admin both.");
        ObjectNode shares =
                JSON.objectNode().put("type", "object").put("description", "An amount for each member, by key.");
        shares.set("additionalProperties", ref("Money"));
        named.put("Shares", shares);
    }

    SortedMap<String, ObjectNode> named() {
        return named;
    }

    /** Drops what stands only within others: its fields are among theirs. */
    void dropUnused(String document) {
        Predicate<String> unused = name -> !document.contains("#/components/schemas/" + name + "\"")
                && named.values().stream()
                        .noneMatch(schema -> schema.toString().contains("#/components/schemas/" + name + "\""));
        named.keySet().removeIf(unused);
    }

    static ObjectNode ref(String name) {
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode text(String name, @Nullable String pattern, String example, String description) {
        ObjectNode text = JSON.objectNode().put("type", "string").put("description", description);
        if (pattern != null) {
            text.put("pattern", pattern);
        }
        text.putArray("examples").add(example);
        named.put(name, text);
        return text;
    }

    private void constants(String name, Class<? extends Enum<?>> type, String description) {
        ObjectNode text = JSON.objectNode().put("type", "string").put("description", description);
        ArrayNode values = text.putArray("enum");
        Arrays.stream(type.getEnumConstants()).map(EnumNames::written).forEach(values::add);
        named.put(name, text);
    }

    /** Returns the schema of a parameter's or a component's type, if it needs none of its names. */
    static @Nullable ObjectNode plain(Type type) {
        return switch (((Class<?>) type).getSimpleName()) {
            case "YearMonth" -> ref("Month");
            case "LocalDate" -> ref("Date");
            case "Instant" -> ref("Instant");
            case "ExpenseType", "Frequency", "TokenScope", "AccountKind" -> ref(((Class<?>) type).getSimpleName());
            case "long", "Long" -> JSON.objectNode().put("type", "integer").put("format", "int64");
            case "int", "Integer" -> JSON.objectNode().put("type", "integer").put("format", "int32");
            case "boolean", "Boolean", "Flag" -> JSON.objectNode().put("type", "boolean");
            default -> null;
        };
    }

    /** Returns the schema of a body: closed, and with what it needs. */
    ObjectNode body(Class<?> type) {
        if (type.isSealed()) {
            return forms(type, true);
        }
        String name = nameOf(type);
        if (isNew(name, type)) {
            ObjectNode schema = object(name, type);
            fields(schema, type, true);
        }
        return ref(name);
    }

    /** Returns the schema of a merge patch of what {@code type} states whole: nothing is needed, and null takes away. */
    ObjectNode patch(Class<?> type) {
        String name = nameOf(type).replace("Request", "Patch");
        if (!named.containsKey(name)) {
            ObjectNode schema = object(name, type);
            fields(schema, type, true);
            ObjectNode properties = schema.withObjectProperty("properties");
            RecordShape.of(type).fields().forEach((field, shape) -> {
                if (!shape.needed()) {
                    properties.set(field, nullable(properties.withObjectProperty(field)));
                }
            });
            schema.remove("required");
            schema.put(
                    "description",
                    "Changes of it (RFC 7396): absent fields stay, null removes a value. "
                            + schema.path("description").asText());
        }
        return ref(name);
    }

    private void fields(ObjectNode schema, Class<?> type, boolean closed) {
        ObjectNode properties = schema.withObjectProperty("properties");
        ArrayNode required = JSON.arrayNode();
        RecordShape.of(type).fields().forEach((name, field) -> {
            ObjectNode property = ofBody(field.type(), field.component(), name);
            if (field.patched()) {
                property = nullable(property);
            }
            describe(property, type, field.component().getName(), name);
            properties.set(name, property);
            if (field.needed()) {
                required.add(name);
            }
        });
        schema.withArray("required").addAll(required);
        if (schema.path("required").isEmpty()) {
            schema.remove("required");
        }
        schema.put("additionalProperties", !closed);
    }

    private ObjectNode ofBody(AnnotatedType type, AnnotatedElement component, String name) {
        for (var constraint : BY_CONSTRAINT.entrySet()) {
            if (type.isAnnotationPresent(constraint.getKey()) || component.isAnnotationPresent(constraint.getKey())) {
                return ref(constraint.getValue());
            }
        }
        Class<?> raw = raw(type.getType());
        if (List.class.isAssignableFrom(raw)) {
            ObjectNode list = JSON.objectNode().put("type", "array");
            list.set("items", ofBody(argument(type, 0), raw, name));
            if (type.isAnnotationPresent(Size.class)) {
                list.put("maxItems", type.getAnnotation(Size.class).max());
            }
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = JSON.objectNode().put("type", "object");
            map.set("additionalProperties", ofBody(argument(type, 1), raw, name));
            return map;
        }
        if (raw == RawJson.class) {
            return JSON.objectNode().put("type", "object");
        }
        if (raw.isSealed() || (raw.isRecord() && raw != DecimalText.class)) {
            return body(raw);
        }
        ObjectNode plain = plain(raw);
        if (plain == null) {
            return JSON.objectNode().put("type", "string");
        }
        if (type.isAnnotationPresent(Min.class) && type.isAnnotationPresent(Max.class)) {
            plain.put("minimum", type.getAnnotation(Min.class).value());
            plain.put("maximum", type.getAnnotation(Max.class).value());
        }
        return plain;
    }

    /** One schema for each form, told apart by its mode. */
    private ObjectNode forms(Class<?> sealed, boolean closed) {
        String name = nameOf(sealed);
        if (isNew(name, sealed)) {
            ObjectNode schema = JSON.objectNode();
            named.put(name, schema);
            Javadocs.ofType(sealed).ifPresent(text -> schema.put("description", text));
            // A property says itself whether it may be null; the class that OpenAPI Generator makes of the forms
            // refuses null unless told here.
            schema.put("x-nullable", true);
            ArrayNode oneOf = schema.putArray("oneOf");
            ObjectNode discriminator = schema.putObject("discriminator").put("propertyName", RecordShape.MODE);
            ObjectNode mapping = discriminator.putObject("mapping");
            RecordShape.forms(sealed).forEach((mode, form) -> {
                String formName = nameOf(form);
                ObjectNode of = object(formName, form);
                of.putArray("required").add(RecordShape.MODE);
                of.putObject("properties")
                        .putObject(RecordShape.MODE)
                        .put("type", "string")
                        .put("description", words.property(formName, RecordShape.MODE))
                        .putArray("enum")
                        .add(mode);
                fields(of, form, closed);
                oneOf.add(ref(formName));
                mapping.put(mode, "#/components/schemas/" + formName);
            });
        }
        return ref(name);
    }

    /** Returns the schema of an answer: open to additions, and all of it there. */
    ObjectNode answer(Class<?> type) {
        String name = nameOf(type);
        if (isNew(name, type)) {
            ObjectNode schema = object(name, type);
            schema.putObject("properties");
            schema.putArray("required");
            for (RecordComponent component : type.getRecordComponents()) {
                String property = RecordShape.jsonName(component.getName());
                if (isUnwrapped(type, component)) {
                    answer(component.getType());
                    ObjectNode part = Objects.requireNonNull(named.get(nameOf(component.getType())));
                    schema.withObjectProperty("properties").setAll((ObjectNode) part.get("properties"));
                    schema.withArray("required").addAll((ArrayNode) part.get("required"));
                    continue;
                }
                ObjectNode value = ofAnswer(component.getAnnotatedType(), name, property);
                describe(value, type, component.getName(), property);
                schema.withObjectProperty("properties").set(property, value);
                schema.withArray("required").add(property);
            }
        }
        return ref(name);
    }

    private ObjectNode ofAnswer(AnnotatedType annotated, String holder, String property) {
        ObjectNode schema = notNull(annotated, holder, property);
        return annotated.isAnnotationPresent(Nullable.class) ? nullable(schema) : schema;
    }

    private ObjectNode notNull(AnnotatedType annotated, String holder, String property) {
        Class<?> raw = raw(annotated.getType());
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode list = JSON.objectNode().put("type", "array");
            list.set("items", ofAnswer(argument(annotated, 0), holder, property));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            if (words.shape(holder, property).filter("Shares"::equals).isPresent()) {
                return ref("Shares");
            }
            if (FORMS.containsKey(property)) {
                return forms(FORMS.get(property), true);
            }
            if (property.equals("key")) {
                return ref("Key");
            }
            ObjectNode map = JSON.objectNode().put("type", "object");
            AnnotatedType held = argument(annotated, 1);
            if (held.getType() == Object.class) {
                map.put("additionalProperties", true);
            } else {
                map.set("additionalProperties", ofAnswer(held, holder, property));
            }
            return map;
        }
        if (raw.isRecord()) {
            return answer(raw);
        }
        ObjectNode plain = plain(raw);
        if (plain != null) {
            return plain;
        }
        return raw == String.class ? shaped(holder, property) : JSON.objectNode();
    }

    private ObjectNode shaped(String holder, String property) {
        String shape = words.shape(holder, property).orElse("-");
        ObjectNode text = JSON.objectNode().put("type", "string");
        if (shape.startsWith("enum:")) {
            ArrayNode values = text.putArray("enum");
            Stream.of(shape.substring("enum:".length()).split(",", -1)).forEach(values::add);
            return text;
        }
        return named.containsKey(shape) && !shape.equals("Shares") ? ref(shape) : text;
    }

    private ObjectNode object(String name, Class<?> type) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        // Before its parts, which may be of its own kind.
        named.put(name, schema);
        Javadocs.ofType(type).ifPresent(text -> schema.put("description", text));
        return schema;
    }

    private void describe(ObjectNode schema, Class<?> type, String component, String property) {
        String said = Javadocs.ofComponent(type, component).orElseGet(() -> words.property(nameOf(type), property));
        if (!said.isEmpty()) {
            String sentence = Character.toUpperCase(said.charAt(0)) + said.substring(1);
            schema.put("description", sentence.endsWith(".") ? sentence : sentence + ".");
        }
    }

    private boolean isNew(String name, Class<?> type) {
        if (!type.equals(types.computeIfAbsent(name, first -> type))) {
            throw new IllegalStateException("two schemas would be called " + name);
        }
        return !named.containsKey(name);
    }

    static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            schema.set("type", JSON.arrayNode().add(schema.get("type")).add("null"));
            if (schema.has("enum")) {
                ((ArrayNode) schema.get("enum")).addNull();
            }
            return schema;
        }
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode either = JSON.objectNode();
        if (schema.has("description")) {
            either.set("description", schema.remove("description"));
        }
        either.putArray("anyOf").add(schema).add(JSON.objectNode().put("type", "null"));
        return either;
    }

    private static boolean isUnwrapped(Class<?> type, RecordComponent component) {
        return BeanIntrospector.SHARED.findIntrospection(type).stream()
                .flatMap(known -> known.getProperty(component.getName()).stream())
                .anyMatch(property -> property.hasAnnotation(SerdeConfig.SerUnwrapped.class));
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : type instanceof Class<?> plain ? plain : Object.class;
    }

    /** Without dots, which generators make into something of their own. */
    static String nameOf(Class<?> type) {
        return type.getName()
                .substring(type.getPackageName().length() + 1)
                .replaceAll("^[A-Za-z]+Controller\\$", "")
                .replaceAll("Json(\\$|$)", "$1")
                .replace("$", "");
    }
}
