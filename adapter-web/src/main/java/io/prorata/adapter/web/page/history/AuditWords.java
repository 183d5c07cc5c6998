package io.prorata.adapter.web.page.history;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.change.RowWords.Difference;
import io.prorata.adapter.web.page.frame.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The records that a change kept before and after it, as values that differ, each with its name, in words. */
record AuditWords(RowWords rows, JsonMapper json) {

    /** So many values are shown; more than that are told by their rows. */
    private static final int MOST = 200;

    /** Numbers of things, and what is kept for programs. */
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "account_id",
            "at",
            "bank_id",
            "by",
            "choices",
            "colour",
            "filter",
            "first_id",
            "form",
            "header",
            "icon",
            "id",
            "import_id",
            // They have a list of their own.
            "names",
            "noted_at",
            "position",
            "provision_id",
            "revision",
            "transactions",
            "typed_by",
            "undone_at");

    /** Names that say nothing beside what is in them. */
    private static final Set<String> AROUND = Set.of(
            "attribution", "card", "classification", "edit", "entries", "income", "line", "moved", "tax_rule", "terms");

    /** By these the elements of a list are told apart, the first that an element has. */
    private static final List<String> LABELS = List.of("from", "member", "name", "category", "date", "key");

    private Words words() {
        return rows.words();
    }

    /** @param before as JSON, absent if there was nothing; {@code after} likewise */
    List<Difference> between(@Nullable String before, @Nullable String after) {
        Map<String, String> were = values(before);
        Map<String, String> are = values(after);
        Set<String> names = new LinkedHashSet<>(were.keySet());
        names.addAll(are.keySet());
        String nothing = words().of("nothing");
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            String was = were.getOrDefault(name, nothing);
            String is = are.getOrDefault(name, nothing);
            if (!was.equals(is) && differences.size() < MOST) {
                differences.add(new Difference(name, was, is));
            }
        }
        return differences;
    }

    /** The first changes of old books are not JSON but text. */
    private Map<String, String> values(@Nullable String kept) {
        Map<String, String> values = new LinkedHashMap<>();
        if (kept != null) {
            try {
                JsonNode node = json.readValue(kept.getBytes(StandardCharsets.UTF_8), JsonNode.class);
                add(values, "", "", node);
            } catch (IOException e) {
                values.put("", kept);
            }
        }
        return values;
    }

    /**
     * Adds what is in {@code node}.
     *
     * @param path where it is, in words
     * @param name of the field that has it
     */
    private void add(Map<String, String> values, String path, String name, JsonNode node) {
        if (node.isObject()) {
            node.entries().forEach(part -> {
                if (!FOR_PROGRAMS.contains(part.getKey())) {
                    boolean says =
                            !AROUND.contains(part.getKey()) && !part.getKey().equals("kind");
                    add(values, says ? joined(path, field(part.getKey())) : path, part.getKey(), part.getValue());
                }
            });
        } else if (node.isArray()) {
            addAll(values, path, name, elements(node));
        } else if (!node.isNull()) {
            String value = new AuditValue(rows).of(name, node);
            values.merge(path.isEmpty() ? field(name) : path, value, (one, other) -> one + ", " + other);
        }
    }

    private void addAll(Map<String, String> values, String path, String name, List<JsonNode> elements) {
        if (elements.stream().noneMatch(JsonNode::isObject)) {
            String all = elements.stream()
                    .map(element -> new AuditValue(rows).of(name, element))
                    .collect(Collectors.joining(", "));
            if (!all.isEmpty()) {
                values.put(path.isEmpty() ? field(name) : path, all);
            }
            return;
        }
        IntStream.range(0, elements.size()).forEach(i -> {
            JsonNode element = elements.get(i);
            String at = joined(path, label(element, i));
            JsonNode terms = element.get("terms");
            if (terms != null && terms.isNull()) {
                values.put(at, words().of("ended"));
            } else if (terms != null && terms.isValueNode()) {
                values.put(at, new AuditValue(rows).of(name, terms));
            } else {
                add(values, at, name, terms == null ? element : terms);
            }
        });
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.values().forEach(elements::add);
        return elements;
    }

    private String label(JsonNode element, int position) {
        for (String name : LABELS) {
            JsonNode label = element.get(name);
            if (label != null && label.isValueNode() && !label.isNull()) {
                String said = new AuditValue(rows).of(name, label);
                return name.equals("from") ? words().of("audit.since", said) : said;
            }
        }
        return Integer.toString(position + 1);
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + " · " + name;
    }

    /** Returns the name of a field; as it is kept if it is of a kind that is made no more. */
    private String field(String name) {
        String key = "audit." + name;
        return words().has(key) ? words().of(key) : name.replace('_', ' ');
    }
}
