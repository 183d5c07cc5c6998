package io.prorata.adapter.web.page.frame;

import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a form as a browser sends them ({@code application/x-www-form-urlencoded}). */
public final class Form {

    private final Map<String, List<String>> fields = new HashMap<>();

    private Form() {}

    /** @throws ProblemException 400 if it cannot be read */
    public static Form read(byte[] body) {
        var form = new Form();
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            for (String field : text.split("&", -1)) {
                if (!field.isEmpty()) {
                    int equals = field.indexOf('=');
                    String name = equals < 0 ? field : field.substring(0, equals);
                    String value = equals < 0 ? "" : field.substring(equals + 1);
                    form.fields
                            .computeIfAbsent(decoded(name), _ -> new ArrayList<>())
                            .add(decoded(value));
                }
            }
        } catch (IllegalArgumentException e) {
            throw unreadable("", "the form cannot be read");
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns the field as it is, without space around it, the last of that name; empty if it is not there. */
    public String text(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getLast().strip();
    }

    /** Returns the whole numbers of this name: of the boxes that are ticked. */
    public SortedSet<Long> wholes(String name) {
        var numbers = new TreeSet<Long>();
        for (String value : fields.getOrDefault(name, List.of())) {
            try {
                numbers.add(Long.valueOf(value));
            } catch (NumberFormatException e) {
                throw unreadable("/" + name, "a whole number");
            }
        }
        return numbers;
    }

    /** Returns all fields with all their values, to be sent once more. */
    public Map<String, List<String>> all() {
        return Map.copyOf(fields);
    }

    /** Returns the names of fields that begin with {@code prefix}, without it. */
    public SortedSet<String> named(String prefix) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the field; nothing if it is empty. */
    public @Nullable String optional(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** Returns whether the field is there: a box that is ticked. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Returns the whole number of this name. */
    public long whole(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw unreadable("/" + name, "a whole number");
        }
    }

    /** Returns the month of this name. */
    public YearMonth month(String name) {
        try {
            return YearMonth.parse(text(name));
        } catch (DateTimeException e) {
            throw unreadable("/" + name, "a month is written YYYY-MM");
        }
    }

    /** Returns the day of this name. */
    public LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            throw unreadable("/" + name, "a date is written YYYY-MM-DD");
        }
    }

    /** Returns the lines of this name, without the empty ones. */
    public List<String> lines(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns whether {@code yes} was chosen, and not {@code no}. */
    public boolean yes(String name) {
        return switch (text(name)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw unreadable("/" + name, "yes or no");
        };
    }

    /** As {@link #yes}; empty if nothing was chosen. */
    public Optional<Boolean> yesIfSaid(String name) {
        return text(name).isEmpty() ? Optional.empty() : Optional.of(yes(name));
    }

    /** Returns the constant of {@code type} that the field names. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(name, text(name), type);
    }

    /** As {@link #constant(String, Class)}, of a text that stands elsewhere. */
    public static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable(
                        "/" + name,
                        "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** Returns the problem of a field that cannot be read. */
    public static ProblemException unreadable(String pointer, String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InBody(pointer, detail)));
    }
}
