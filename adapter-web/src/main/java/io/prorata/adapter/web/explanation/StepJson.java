package io.prorata.adapter.web.explanation;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.domain.derivation.ExplainedView;
import io.prorata.domain.derivation.Origin;
import io.prorata.domain.derivation.Step;
import io.prorata.domain.derivation.Unit;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Steps as JSON: the name of the step, its value, and what it was made of. */
record StepJson(AmountText amounts) {

    Map<String, Object> write(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (step) {
            case Step.Sum(var parts) -> put(json, "sum", step, "parts", parts);
            case Step.Min(var parts) -> put(json, "min", step, "parts", parts);
            case Step.Max(var parts) -> put(json, "max", step, "parts", parts);
            case Step.Difference(var from, var less) -> put(json, "difference", step, "from", from, "less", less);
            case Step.Net(var gross, var rate) -> put(json, "net", step, "gross", gross, "rate", rate);
            case Step.ShareOf(var amount, var rate) -> put(json, "rate", step, "amount", amount, "rate", rate);
            case Step.MonthlyPart(var amount, int bills, int months, long k) ->
                put(json, "part", step, "amount", amount, "bills", bills, "n", months, "k", k);
            case Step.Towards(var target, var reached, long months) ->
                put(json, "towards", step, "target", target, "reached", reached, "months", months);
            case Step.Percent(var balance, var target) ->
                put(json, "percent", step, "balance", balance, "target", target);
            case Step.Figure(var view, var month, var pointer, long value) ->
                put(
                        json,
                        "figure",
                        step,
                        "month",
                        month.toString(),
                        "figure",
                        pointer,
                        "address",
                        address(view, month, pointer));
            case Step.Transfer(var dues, int place, var from, var to) ->
                put(
                        json,
                        "transfer",
                        step,
                        "dues",
                        dues,
                        "k",
                        place,
                        "from",
                        PartyJson.write(from),
                        "to",
                        PartyJson.write(to));
            case Step.Allocate(var amount, var weights, long turn, int member, var whose) ->
                put(
                        json,
                        "allocate",
                        step,
                        "amount",
                        amount,
                        "weights",
                        weights,
                        "turn",
                        turn,
                        "member",
                        member,
                        "whose",
                        whose.text());
            case Step.Row(long id, boolean negated, long value) ->
                put(json, "row", step, "id", id, "sign", negated ? "minus" : "plus", "address", "/transactions/" + id);
            case Step.Rows(var selection, var count, long value) -> {
                put(json, "rows", step);
                json.put("count", count.isPresent() ? count.getAsLong() : null);
                SelectedRowsJson.put(json, selection);
            }
            case Step.Stated(var origin, var what, var since, long value, var unit) -> {
                put(json, "stated", step, "what", what);
                json.put("since", since.map(Object::toString).orElse(null));
                json.put("kind", origin.kind().name().toLowerCase(Locale.ROOT));
                json.put("id", origin.id());
                origin.member().ifPresent(member -> json.put("member", member.text()));
                json.put("address", address(origin));
            }
            case Step.Scheduled(long provision, var what, var month, long value) ->
                put(
                        json,
                        "scheduled",
                        step,
                        "what",
                        what,
                        "month",
                        month.toString(),
                        "kind",
                        "provision",
                        "id",
                        provision,
                        "address",
                        "/provisions/" + provision + "/schedule?from=" + month + "&to=" + month);
            case Step.StatedByRows(var selection, long value) -> {
                put(json, "stated", step, "what", "split");
                json.put("since", null);
                json.put("kind", "transactions");
                json.put("id", null);
                SelectedRowsJson.put(json, selection);
            }
        }
        return json;
    }

    private void put(Map<String, Object> json, String name, Step step, Object... inputs) {
        json.put("step", name);
        json.put("value", text(step.value(), step.unit()));
        for (int i = 0; i < inputs.length; i += 2) {
            json.put((String) inputs[i], input(inputs[i + 1]));
        }
    }

    private Object input(Object input) {
        return switch (input) {
            case Step step -> write(step);
            case List<?> steps -> steps.stream().map(step -> write((Step) step)).toList();
            default -> input;
        };
    }

    private String text(long value, Unit unit) {
        return switch (unit) {
            case MONEY -> amounts.text(new Money(value));
            case RATE -> new Rate(Math.toIntExact(value)).inPercent().toPlainString();
            case WEIGHT -> Long.toString(value);
            case PERMILLE -> BigDecimal.valueOf(value, 1).toPlainString();
        };
    }

    private static String address(Origin origin) {
        return switch (origin.kind()) {
            case CONFIG -> "/configs/" + origin.id();
            case BILL -> "/fixed-expenses/" + origin.id();
            case PROVISION -> "/provisions/" + origin.id();
            case CONTRIBUTION -> "/provisions/" + origin.id() + "/contributions";
            case WITHDRAWAL -> "/provisions/" + origin.id() + "/withdrawals";
            case BUDGET -> "/budgets/" + origin.id();
            case SETTLEMENT -> "/settlements/" + origin.id();
        };
    }

    private static String address(ExplainedView view, YearMonth month, String pointer) {
        String parameters = switch (view) {
            case ExplainedView.Summary() -> "month=" + month;
            case ExplainedView.Provisions() -> "view=provisions&month=" + month;
            case ExplainedView.Settlement(var from, var basis) ->
                "view=settlement&from=" + from + "&to=" + month + "&basis="
                        + basis.name().toLowerCase(Locale.ROOT);
        };
        return "/explain?" + parameters + "&figure=" + encoded(pointer);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
