package io.prorata.adapter.web.explanation;

import io.prorata.adapter.web.language.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What steps of a derivation are about: the bill, the provision, the category or the member. */
final class StepNames {

    /** Says an English text in the language of the asker. */
    interface Say {

        String text(String english, Object... values);
    }

    private final ExplanationResponse explained;
    private final Say say;

    StepNames(ExplanationResponse explained, Say say) {
        this.explained = explained;
        this.say = say;
    }

    /** Returns the name of a member, or of the pot. */
    String party(String key) {
        String name = explained.names().members().get(key);
        return name == null ? say.text("the pot") : name;
    }

    /** Returns what a step is about; empty if it is about several things. */
    String of(Map<?, ?> step) {
        return switch (String.valueOf(step.get("step"))) {
            case "allocate", "part" -> of(input(step, "amount"));
            case "rate" -> of(input(step, "rate"));
            case "net" -> of(input(step, "gross"));
            case "towards" -> provision(input(step, "target").get("id"));
            case "sum", "min", "max" -> common(step);
            case "rows" -> rows(step);
            case "scheduled" -> provision(step.get("id"));
            case "figure" -> figure(String.valueOf(step.get("figure")));
            case "stated" -> stated(step);
            default -> "";
        };
    }

    private static Map<?, ?> input(Map<?, ?> step, String name) {
        return (Map<?, ?>) ExplanationText.at(step, name);
    }

    /** The one thing that all parts are about; parts without a name are about nothing. */
    private String common(Map<?, ?> step) {
        List<String> names = new ArrayList<>();
        for (Object part : (List<?>) ExplanationText.at(step, "parts")) {
            names.add(of((Map<?, ?>) part));
        }
        List<String> different =
                names.stream().filter(name -> !name.isEmpty()).distinct().toList();
        return different.size() == 1 ? different.getFirst() : "";
    }

    private String rows(Map<?, ?> step) {
        Map<?, ?> where = input(step, "where");
        if (where.get("provision_id") != null) {
            return provision(where.get("provision_id"));
        }
        if (where.get("bill_id") != null) {
            return named(explained.names().bills(), where.get("bill_id"));
        }
        return where.containsKey("category")
                ? Objects.requireNonNullElse((String) where.get("category"), say.text("uncategorised"))
                : "";
    }

    private String stated(Map<?, ?> step) {
        String what = String.valueOf(step.get("what"));
        return switch (String.valueOf(step.get("kind"))) {
            case "bill" -> named(explained.names().bills(), step.get("id"));
            case "budget" -> named(explained.names().budgets(), step.get("id"));
            case "config" -> party(String.valueOf(step.get("member")));
            case "contribution" -> say.text("put in by hand");
            case "withdrawal" -> say.text("taken out by hand");
            case "settlement" -> say.text("settlement");
            case "provision" ->
                what.equals("opening")
                        ? say.text("opening balance")
                        : what.equals("target") ? say.text("target") : provision(step.get("id"));
            default -> "";
        };
    }

    private String provision(@Nullable Object id) {
        return named(explained.names().provisions(), id);
    }

    private static String named(Map<String, String> names, @Nullable Object id) {
        return names.getOrDefault(String.valueOf(id), "");
    }

    /** A figure of another month, or a due. */
    private String figure(String pointer) {
        String[] parts = pointer.split("/", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 3 && List.of("due", "before").contains(parts[1])) {
            return party(last);
        }
        return switch (last) {
            case "due" -> party(parts[parts.length - 2]);
            case "pooled_left" -> say.text("left over of common incomes");
            case "balance" -> say.text("balance");
            default -> "";
        };
    }

    /** Returns whether an amount is divided by what the members earn. */
    boolean isByIncome(Map<?, ?> allocated) {
        Map<?, ?> first = weights(allocated).getFirst();
        return Objects.equals(first.get("step"), "net")
                || (Objects.equals(first.get("kind"), "config")
                        && List.of("net", "gross").contains(String.valueOf(first.get("what"))));
    }

    private static List<Map<?, ?>> weights(Map<?, ?> allocated) {
        List<Map<?, ?>> weights = new ArrayList<>();
        ((List<?>) ExplanationText.at(allocated, "weights")).forEach(weight -> weights.add((Map<?, ?>) weight));
        return weights;
    }

    /** Returns how an amount is divided. */
    String divided(Map<?, ?> allocated, Notation notation) {
        if (isByIncome(allocated)) {
            return say.text("divided by net income");
        }
        List<Map<?, ?>> weights = weights(allocated);
        if (Objects.equals(weights.getFirst().get("step"), "max")) {
            return say.text("divided by the shares");
        }
        List<String> values = weights.stream()
                .map(weight -> String.valueOf(weight.get("value")))
                .toList();
        if (values.stream().distinct().count() == 1) {
            return weights.size() == 1 ? say.text("alone") : say.text("divided equally");
        }
        List<String> paying =
                values.stream().filter(value -> !value.equals("0")).toList();
        return paying.size() == 1
                ? say.text("all to one member")
                : say.text(
                        "divided by the weights {0}",
                        values.stream().map(notation::amount).collect(Collectors.joining(" : ")));
    }
}
