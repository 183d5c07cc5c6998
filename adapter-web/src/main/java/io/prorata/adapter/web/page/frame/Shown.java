package io.prorata.adapter.web.page.frame;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of a view as the API answers it: the page shows the same figures, and reckons none of its own. */
public record Shown(JsonNode node) {

    /** Returns the part of this name. */
    public Shown at(String name) {
        return new Shown(Objects.requireNonNull(node.get(name), name));
    }

    /** Returns whether there is a part of this name. */
    public boolean has(String name) {
        JsonNode part = node.get(name);
        return part != null && !part.isNull();
    }

    /** Returns the text of this name, or the amount, which is one. */
    public String text(String name) {
        return at(name).node().coerceStringValue();
    }

    /** As {@link #text}, where there may be none. */
    public @Nullable String optional(String name) {
        JsonNode part = node.get(name);
        return part == null || part.isNull() ? null : part.coerceStringValue();
    }

    /** Returns the number of this name. */
    public long number(String name) {
        return at(name).node().getLongValue();
    }

    /** Returns whether the flag of this name is up. */
    public boolean flag(String name) {
        return at(name).node().getBooleanValue();
    }

    /** Returns the parts of the list of this name. */
    public List<Shown> list(String name) {
        List<Shown> parts = new ArrayList<>();
        at(name).node().values().forEach(part -> parts.add(new Shown(part)));
        return parts;
    }

    /** Returns the texts of the object of this name, in its order. */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        at(name).node()
                .entries()
                .forEach(part -> texts.put(part.getKey(), part.getValue().coerceStringValue()));
        return texts;
    }
}
