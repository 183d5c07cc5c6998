package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.operator.ImportOutcome.ChangedLine;
import io.prorata.bootstrap.operator.ImportOutcome.KnownLine;
import io.prorata.bootstrap.operator.ImportOutcome.LikeABill;
import io.prorata.bootstrap.operator.ImportOutcome.MonthRows;
import io.prorata.bootstrap.operator.ImportOutcome.ShownRow;
import io.prorata.bootstrap.operator.ImportOutcome.UsedProfile;
import io.prorata.domain.Refusal.RefusedLine;
import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads the outcome of an import from a server's answer. */
final class RemoteImport {

    private final JsonNode answer;
    private final Currency currency;

    private RemoteImport(JsonNode answer) {
        this.answer = answer;
        this.currency = Currency.getInstance(answer.path("currency").asText());
    }

    static ImportOutcome outcome(JsonNode answer) {
        return new RemoteImport(answer).outcome();
    }

    private ImportOutcome outcome() {
        SortedMap<YearMonth, MonthRows> months = new TreeMap<>();
        answer.path("months")
                .properties()
                .forEach(month -> months.put(YearMonth.parse(month.getKey()), monthRows(month.getValue())));
        return new ImportOutcome(
                id(answer.path("import_id")),
                currency,
                RemoteFormat.read(answer.path("format")),
                answer.path("lines").asInt(),
                answer.path("added").asInt(),
                answer.path("known").asInt(),
                refusedLines(answer.path("refused")),
                months,
                StreamSupport.stream(answer.path("like_bills").spliterator(), false)
                        .map(this::likeABill)
                        .toList(),
                StreamSupport.stream(answer.path("known_lines").spliterator(), false)
                        .map(this::knownLine)
                        .toList(),
                answer.path("known_without_account").asInt(),
                answer.path("known_but_for_account").asInt(),
                StreamSupport.stream(answer.path("warnings").spliterator(), false)
                        // Warnings about the account have separate fields.
                        .filter(warning -> warning.path("kind").asText().equals("bank-file"))
                        .map(RemoteImport::warning)
                        .toList(),
                StreamSupport.stream(answer.path("changed").spliterator(), false)
                        .map(this::changed)
                        .toList(),
                StreamSupport.stream(answer.path("rows").spliterator(), false)
                        .map(this::shown)
                        .toList(),
                Optional.of(answer.path("profile")).filter(JsonNode::isObject).map(RemoteImport::profile));
    }

    private static UsedProfile profile(JsonNode used) {
        SortedMap<String, String> options = new TreeMap<>();
        used.path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        return new UsedProfile(id(used.path("id")), options, used.path("chosen").asBoolean());
    }

    private KnownLine knownLine(JsonNode known) {
        return new KnownLine(
                known.path("line").asInt(),
                LocalDate.parse(known.path("date").asText()),
                known.path("label").asText(),
                money(known.path("amount")));
    }

    private static String warning(JsonNode warning) {
        JsonNode line = warning.path("line");
        return (line.isNumber() ? "line " + line.asInt() + ": " : "")
                + warning.path("detail").asText();
    }

    private ChangedLine changed(JsonNode line) {
        JsonNode before = line.path("before");
        JsonNode after = line.path("after");
        return new ChangedLine(
                line.path("line").asInt(),
                line.path("difference").asText(),
                LocalDate.parse(before.path("date").asText()),
                before.path("label").asText(),
                money(before.path("amount")),
                LocalDate.parse(after.path("date").asText()),
                after.path("label").asText(),
                money(after.path("amount")),
                line.path("done").asBoolean());
    }

    /** Returns an optional text of the answer. */
    static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    private ShownRow shown(JsonNode row) {
        return new ShownRow(
                row.path("line").asInt(),
                LocalDate.parse(row.path("date").asText()),
                row.path("label").asText(),
                money(row.path("amount")),
                ShownRow.category(text(row.path("category")), text(row.path("subcategory"))),
                row.path("expense_type").asText(),
                row.path("known").asBoolean(),
                StreamSupport.stream(row.path("sorted_by").spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList());
    }

    /** Reads refused lines, of an outcome or of a problem. */
    static List<RefusedLine> refusedLines(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> new RefusedLine(
                        line.path("line").asInt(), line.path("reason").asText()))
                .toList();
    }

    private MonthRows monthRows(JsonNode month) {
        return new MonthRows(month.path("rows").asInt(), money(month.path("received")), money(month.path("spent")));
    }

    private LikeABill likeABill(JsonNode like) {
        return new LikeABill(
                like.path("line").asInt(),
                id(like.path("transaction_id")),
                LocalDate.parse(like.path("date").asText()),
                like.path("label").asText(),
                money(like.path("amount")),
                like.path("bill").asText());
    }

    private Money money(JsonNode amount) {
        return Money.of(new BigDecimal(amount.asText()), currency);
    }

    private static OptionalLong id(JsonNode id) {
        return id.isNumber() ? OptionalLong.of(id.asLong()) : OptionalLong.empty();
    }
}
