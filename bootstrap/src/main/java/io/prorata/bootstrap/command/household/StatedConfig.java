package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.SplitWords;
import io.prorata.bootstrap.option.UsageException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration that is the one of a month but for what is stated; the API takes configurations whole. */
final class StatedConfig {

    private static final List<String> INCOME = List.of("gross", "tax_rate", "net");

    private final HouseholdSession session;
    private final Map<String, ObjectNode> incomes = new LinkedHashMap<>();
    private @Nullable JsonNode key;

    StatedConfig(HouseholdSession session, @Nullable String month) {
        this.session = session;
        String from = month == null ? session.currentMonth() : month;
        session.api()
                .get("/configs")
                .json()
                .path("configs")
                .valueStream()
                .filter(config -> !config.hasNonNull("superseded_by"))
                .filter(config -> config.path("from").asText().compareTo(from) <= 0)
                .max((one, other) ->
                        one.path("from").asText().compareTo(other.path("from").asText()))
                .ifPresent(this::takeOver);
    }

    private void takeOver(JsonNode config) {
        for (JsonNode member : config.path("members")) {
            ObjectNode income = incomeOf(member.path("member").asText());
            income.set("gross", member.path("gross"));
            // Of a stated net the tax is what is left; of a rate the net follows.
            String given = member.hasNonNull("tax_rate") ? "tax_rate" : "net";
            income.set(given, member.path(given));
        }
        key = config.path("key");
    }

    private ObjectNode incomeOf(String member) {
        return incomes.computeIfAbsent(
                member, name -> JsonNodeFactory.instance.objectNode().put("member", name));
    }

    /** States {@code field} of the members in {@code stated}, {@code MEMBER=VALUE} each; what they had before is forgotten. */
    void state(String field, @Nullable List<String> stated) {
        for (String one : stated == null ? List.<String>of() : stated) {
            int equals = one.indexOf('=');
            if (equals < 0) {
                throw new UsageException(
                        "'" + one + "' has no '='; write a member's key and a value, such as ines=2500.");
            }
            ObjectNode income = incomeOf(one.substring(0, equals));
            if (!income.has("stated")) {
                forget(income, field);
                income.put("stated", true);
            }
            income.put(field, session.fields().decimal(one.substring(equals + 1)));
        }
    }

    /** A rate alone changes the rate of the gross that is there; all else states the income anew. */
    private static void forget(ObjectNode income, String field) {
        income.remove(field.equals("tax_rate") ? List.of("net") : INCOME);
    }

    void leaveOut(@Nullable List<String> members) {
        if (members != null) {
            for (String member : members) {
                if (incomes.remove(member) == null) {
                    throw new UsageException("There is no member " + member + " in this configuration.");
                }
            }
        }
    }

    void divideBy(@Nullable String written) {
        if (written == null) {
            return;
        }
        ObjectNode stated = JsonNodeFactory.instance.objectNode();
        if (written.indexOf('=') >= 0) {
            stated.put("mode", "weights").set("weights", SplitWords.weights(written));
        } else {
            stated.put("mode", written);
        }
        key = stated;
    }

    /** In the display order of the household; whom it does not know comes last, and is refused. */
    private int place(ObjectNode income) {
        List<String> keys = session.api().household().household().members().stream()
                .map(member -> member.key().text())
                .toList();
        int place = keys.indexOf(income.path("member").asText());
        return place < 0 ? keys.size() : place;
    }

    ObjectNode body(@Nullable String from) {
        ObjectNode body = session.fields().put("from", from).body();
        var members = body.putArray("members");
        incomes.values().stream()
                .sorted(Comparator.comparingInt(this::place))
                .forEach(income -> members.add(income.without("stated")));
        if (key != null) {
            body.set("key", key);
        }
        return body;
    }
}
