package io.prorata.adapter.web.json;

import io.micronaut.http.HttpStatus;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fields of a JSON object, read strictly.
 *
 * <p>A method that reads a field throws a {@link ProblemException} that names the field's place: 400 where it is missing or of
 * another type, 422 where the rules refuse its value. An {@code optional} field may be absent or null, which mean the same unless
 * {@link #has} is asked (RFC 7396).
 */
public final class JsonObjectReader {

    private static final String NEEDED = "this cannot be taken away";
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    /** More than any single thing needs. */
    private static final int USUAL_BYTES = 256 * 1024;

    private final String pointer;
    private final Map<String, Json> members;

    /** The places of what a merge patch takes away. */
    private final Set<String> takenAway;

    private JsonObjectReader(String pointer, Map<String, Json> members, Set<String> takenAway) {
        this.pointer = pointer;
        this.members = members;
        this.takenAway = takenAway;
    }

    /**
     * Reads {@code body} as one object that has none but these fields.
     *
     * @throws ProblemException if it is no JSON, no object, or has other fields
     */
    public static JsonObjectReader of(byte[] body, String... names) {
        return ofAtMost(USUAL_BYTES, body, names);
    }

    /**
     * As {@link #of}, for a body that may be larger than usual.
     *
     * @throws ProblemException 413 if it is larger than that
     */
    public static JsonObjectReader ofAtMost(int bytes, byte[] body, String... names) {
        return object("", JsonReader.read(checked(bytes, body)), Set.of(), names);
    }

    /**
     * Reads {@code current} as {@code patch} changes it (RFC 7396): what the patch does not name stays, null takes away. An object that
     * comes with its {@code mode} takes the place of the one before as a whole, because the fields of another mode mean nothing to it.
     *
     * @param current the thing as answers show it
     */
    public static JsonObjectReader patched(Map<String, ?> current, byte[] patch, String... names) {
        Json changes = JsonReader.read(checked(USUAL_BYTES, patch));
        Json patched = MergePatch.merged(object("", changes, Set.of(), names).json(), MergePatch.json(current));
        Set<String> takenAway = new HashSet<>();
        addNulls("", changes, takenAway);
        return object("", patched, takenAway, names);
    }

    private static void addNulls(String at, Json json, Set<String> places) {
        switch (json) {
            case Json.Null() -> places.add(at);
            case Json.Obj(Map<String, Json> members) ->
                members.forEach((name, member) -> addNulls(at + "/" + escaped(name), member, places));
            case Json.Arr _, Json.Text _, Json.Num _, Json.Bool _ -> {}
        }
    }

    private static byte[] checked(int most, byte[] body) {
        if (body.length > most) {
            throw new ProblemException(Problem.of(
                    "body-too-large",
                    "Request body too large",
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                    "The body has " + body.length + " bytes; at most " + most + " are read here."));
        }
        return body;
    }

    private Json json() {
        return new Json.Obj(members);
    }

    /** Returns whether the field is there and not null. */
    public boolean states(String name) {
        return members.containsKey(name) && !(members.get(name) instanceof Json.Null);
    }

    /** Returns whether the field is there, null or not: a null in a merge patch takes something away. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * Refuses a null where there has to be something: a merge patch that takes it away would otherwise change nothing in silence.
     *
     * @throws ProblemException 422 at those of {@code names} that are null
     */
    public void cannotTakeAway(String... names) {
        PartError[] nulls = Arrays.stream(names)
                .filter(name -> has(name) && !states(name))
                .map(name -> (PartError) new PartError.InBody(at(name), NEEDED))
                .toArray(PartError[]::new);
        if (nulls.length > 0) {
            throw new ProblemException(Problem.invalid(nulls));
        }
    }

    /** Returns the names that are there, in the order of the request. */
    public Set<String> names() {
        return members.keySet();
    }

    public String text(String name) {
        return required(name, JsonObjectReader::text);
    }

    public Optional<String> optionalText(String name) {
        return optional(name, JsonObjectReader::text);
    }

    public YearMonth month(String name) {
        return required(name, JsonObjectReader::month);
    }

    public Optional<YearMonth> optionalMonth(String name) {
        return optional(name, JsonObjectReader::month);
    }

    public LocalDate date(String name) {
        return required(name, JsonObjectReader::date);
    }

    public Optional<LocalDate> optionalDate(String name) {
        return optional(name, JsonObjectReader::date);
    }

    /** Reads a decimal number, written as text or as a number, without exponent: {@code "-42.10"}. */
    public BigDecimal decimal(String name) {
        return required(name, JsonObjectReader::decimal);
    }

    public Optional<BigDecimal> optionalDecimal(String name) {
        return optional(name, JsonObjectReader::decimal);
    }

    public Optional<Long> optionalWhole(String name) {
        return optional(name, JsonObjectReader::whole);
    }

    public boolean flag(String name) {
        return required(name, JsonObjectReader::flag);
    }

    public Optional<Boolean> optionalFlag(String name) {
        return optional(name, JsonObjectReader::flag);
    }

    /** Reads one of the names of an enumeration, in its own letters or in small ones. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        return required(name, (at, json) -> constant(at, json, type));
    }

    public <E extends Enum<E>> Optional<E> optionalOneOf(String name, Class<E> type) {
        return optional(name, (at, json) -> constant(at, json, type));
    }

    public JsonObjectReader object(String name, String... names) {
        return required(name, (at, json) -> object(at, json, takenAway, names));
    }

    public Optional<JsonObjectReader> optionalObject(String name, String... names) {
        return optional(name, (at, json) -> object(at, json, takenAway, names));
    }

    /** Reads an object whose names are free and whose values are whole numbers. */
    public Map<String, Long> wholes(String name) {
        return required(name, JsonObjectReader::wholes);
    }

    public Optional<Map<String, Long>> optionalWholes(String name) {
        return optional(name, JsonObjectReader::wholes);
    }

    /** Reads a list of objects that have none but these fields. */
    private List<JsonObjectReader> objects(String name, String... names) {
        return required(name, (at, json) -> list(at, json, (place, item) -> object(place, item, takenAway, names)));
    }

    /** Reads a list of objects that have none but these fields, each made into something; what is wrong with any of them is said at once. */
    public <T> List<T> objects(String name, Function<JsonObjectReader, T> reader, String... names) {
        return ErrorCollector.each(objects(name, names), reader);
    }

    public <T> Optional<List<T>> optionalObjects(String name, Function<JsonObjectReader, T> reader, String... names) {
        return optionalObjects(name, names).map(items -> ErrorCollector.each(items, reader));
    }

    private Optional<List<JsonObjectReader>> optionalObjects(String name, String... names) {
        return optional(name, (at, json) -> list(at, json, (place, item) -> object(place, item, takenAway, names)));
    }

    /** Reads a list of texts, each made into something under the rules; empty if it is not stated. */
    public <T> List<T> texts(String name, Function<String, T> rule) {
        return optional(
                        name,
                        (at, json) -> list(at, json, (place, item) -> {
                            String text = text(place, item);
                            return ruledAt(place, () -> rule.apply(text));
                        }))
                .orElse(List.of());
    }

    public List<Long> wholeList(String name) {
        return required(name, (at, json) -> list(at, json, JsonObjectReader::whole));
    }

    /**
     * Returns {@code value}, made under the rules.
     *
     * @throws ProblemException 422 at {@code name} if the rules refuse it
     */
    public <T> T ruled(String name, Supplier<T> value) {
        return ruledAt(at(name), value);
    }

    /** As {@link #ruled}, for a rule that concerns the object as a whole. */
    public <T> T ruled(Supplier<T> value) {
        return ruledAt(pointer, value);
    }

    /**
     * Refuses a field that would not be looked at: it would look as if it counted.
     *
     * @param meant whether it has a meaning beside the other fields
     */
    public void onlyIf(boolean meant, String name) {
        if (!meant && states(name)) {
            throw invalid(name, "it has no meaning beside the other fields");
        }
    }

    /** Returns a problem of this object's own: the rules refuse {@code name}. */
    public ProblemException invalid(String name, String detail) {
        return new ProblemException(Problem.invalid(new PartError.InBody(at(name), detail)));
    }

    /** As {@link #invalid(String, String)}, for a field of the object that {@code name} is. */
    public ProblemException invalid(String name, String within, String detail) {
        return new ProblemException(Problem.invalid(new PartError.InBody(at(name) + "/" + escaped(within), detail)));
    }

    private static <T> T ruledAt(String place, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ProblemException(Problem.invalid(new PartError.InBody(place, String.valueOf(e.getMessage()))));
        }
    }

    private interface Reader<T> {
        T read(String at, Json json);
    }

    private <T> T required(String name, Reader<T> reader) {
        return optional(name, reader).orElseThrow(() -> missing(at(name)));
    }

    private ProblemException missing(String at) {
        return takenAway.contains(at)
                ? new ProblemException(Problem.invalid(new PartError.InBody(at, NEEDED)))
                : unreadable(at, "this field is missing");
    }

    private <T> Optional<T> optional(String name, Reader<T> reader) {
        return Optional.ofNullable(members.get(name))
                .filter(json -> !(json instanceof Json.Null))
                .map(json -> reader.read(at(name), json));
    }

    private String at(String name) {
        return pointer + "/" + escaped(name);
    }

    private static JsonObjectReader object(String at, Json json, Set<String> takenAway, String... names) {
        if (!(json instanceof Json.Obj(Map<String, Json> members))) {
            throw wrongType(at, "an object", json);
        }
        Set<String> known = Set.of(names);
        PartError[] unknown = members.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> (PartError) new PartError.InBody(
                        at + "/" + escaped(name), "no such field; there are " + String.join(", ", names)))
                .toArray(PartError[]::new);
        if (unknown.length > 0) {
            throw new ProblemException(Problem.unreadable(unknown));
        }
        return new JsonObjectReader(at, members, takenAway);
    }

    private static <T> List<T> list(String at, Json json, Reader<T> reader) {
        if (!(json instanceof Json.Arr(List<Json> items))) {
            throw wrongType(at, "a list", json);
        }
        return ErrorCollector.each(
                IntStream.range(0, items.size()).boxed().toList(), i -> reader.read(at + "/" + i, items.get(i)));
    }

    private static String text(String at, Json json) {
        if (json instanceof Json.Text(String text)) {
            return text;
        }
        throw wrongType(at, "text", json);
    }

    private static YearMonth month(String at, Json json) {
        return parsed(at, text(at, json), Months::month);
    }

    private static LocalDate date(String at, Json json) {
        return parsed(at, text(at, json), Months::date);
    }

    private static <T> T parsed(String at, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw unreadable(at, String.valueOf(e.getMessage()));
        }
    }

    private static BigDecimal decimal(String at, Json json) {
        String digits = switch (json) {
            case Json.Text(String text) -> text;
            case Json.Num(String number) -> number;
            case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> throw wrongType(at, "a decimal", json);
        };
        if (!DECIMAL.matcher(digits).matches() || digits.length() > 64) {
            throw unreadable(at, "a decimal is written with digits and at most one dot, without exponent: \"-42.10\"");
        }
        return new BigDecimal(digits);
    }

    private static Long whole(String at, Json json) {
        if (json instanceof Json.Num(String digits) && WHOLE.matcher(digits).matches()) {
            try {
                return Long.valueOf(digits);
            } catch (NumberFormatException e) {
                throw new ProblemException(Problem.invalid(new PartError.InBody(at, "this number is too large")));
            }
        }
        throw wrongType(at, "a whole number", json);
    }

    private static Map<String, Long> wholes(String at, Json json) {
        if (!(json instanceof Json.Obj(Map<String, Json> members))) {
            throw wrongType(at, "an object", json);
        }
        Map<String, Long> wholes = new LinkedHashMap<>();
        members.forEach((name, value) -> wholes.put(name, whole(at + "/" + escaped(name), value)));
        return wholes;
    }

    private static Boolean flag(String at, Json json) {
        if (json instanceof Json.Bool(boolean value)) {
            return value;
        }
        throw wrongType(at, "true or false", json);
    }

    private static <E extends Enum<E>> E constant(String at, Json json, Class<E> type) {
        String text = text(at, json);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text)
                        || constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable(at, "one of " + names(Arrays.asList(type.getEnumConstants()))));
    }

    private static String names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static ProblemException wrongType(String at, String wanted, Json json) {
        return unreadable(at, "this should be " + wanted + " and is " + json.kind());
    }

    private static ProblemException unreadable(String at, String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InBody(at, detail)));
    }
}
