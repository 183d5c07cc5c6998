package io.prorata.adapter.web.page.change;

import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Parties.Choice;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.LineSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rows and rules say of splits, parties and the plan, in words; and what of a row differs from what it was. */
public record RowWords(Words words, Amounts amounts, Parties parties, PlanBook plan) {

    private static final String BETWEEN = ", ";

    /** Returns the words of the household that {@code sheet} is of. */
    public static RowWords of(Words words, PlanSheet sheet) {
        return new RowWords(
                words,
                new Amounts(words, sheet.household().currency()),
                new Parties(words, sheet.household()),
                sheet.book());
    }

    /**
     * A field with another value.
     *
     * @param field its name, in words
     */
    public record Difference(String field, String before, String after) {}

    /** A row in a list of rows that change. */
    public record ChangedRow(long id, String label, String day, String amount, List<Difference> differences) {}

    /** Returns {@code before} as a line of a list, with what differs after it. */
    public ChangedRow changed(Transaction before, Transaction after) {
        return new ChangedRow(
                before.id(),
                before.line().label(),
                words.fullDay(before.line().date()),
                amounts.text(before.line().amount()),
                differences(before, after));
    }

    /** Returns the name of {@code field}. */
    public String field(RowField field) {
        return words.of(
                switch (field) {
                    case CATEGORY -> "category";
                    case SUBCATEGORY -> "subcategory";
                    case TYPE -> "type";
                    case TAGS -> "tags.name";
                    case EXCLUDED -> "excluded";
                    case COMMON -> "common";
                    case SPLIT -> "split";
                    case PAYER -> "payer";
                    case LINK -> "link";
                    case SOURCE -> "source";
                });
    }

    /** Returns what differs, in the order of the form of a row. */
    public List<Difference> differences(Transaction before, Transaction after) {
        List<Difference> differences = new ArrayList<>();
        add(
                differences,
                words.of("date"),
                words.fullDay(before.line().date()),
                words.fullDay(after.line().date()));
        add(differences, words.of("label"), before.line().label(), after.line().label());
        add(
                differences,
                words.of("amount"),
                amounts.text(before.line().amount()),
                amounts.text(after.line().amount()));
        for (RowField field : RowField.values()) {
            add(differences, field(field), value(field, before), value(field, after));
        }
        add(differences, words.of("note"), orNothing(before.note()), orNothing(after.note()));
        return differences;
    }

    private static void add(List<Difference> differences, String field, String before, String after) {
        if (!before.equals(after)) {
            differences.add(new Difference(field, before, after));
        }
    }

    /** Returns the value of {@code field} of {@code row}. */
    public String value(RowField field, Transaction row) {
        Attribution attribution = row.attribution();
        return switch (field) {
            case CATEGORY -> orNothing(row.classification().category());
            case SUBCATEGORY -> orNothing(row.classification().subcategory());
            case TYPE -> words.of("type." + row.classification().type());
            case TAGS -> row.tags().isEmpty() ? words.of("nothing") : String.join(BETWEEN, row.tags());
            case EXCLUDED -> yesNo(row.classification().excluded());
            case COMMON -> yesNo(attribution.common());
            case SPLIT -> attribution.split().map(this::split).orElse(words.of("split.key"));
            case PAYER -> orNothing(attribution.payer().map(this::party));
            case LINK -> orNothing(attribution.link().map(this::link));
            case SOURCE -> orNothing(attribution.source().map(this::source));
        };
    }

    private String orNothing(Optional<String> value) {
        return value.orElse(words.of("nothing"));
    }

    private String orNothing(@Nullable String value) {
        return value == null ? words.of("nothing") : value;
    }

    /** Returns yes or no. */
    public String yesNo(boolean it) {
        return words.of(it ? "yes" : "no");
    }

    /** Returns how something divides. */
    public String split(LineSplit split) {
        return switch (split) {
            case LineSplit.ByKey _ -> words.of("split.key");
            case LineSplit.Equally _ -> words.of("split.equal");
            case LineSplit.AllTo(var member) -> words.of("split.member", parties.name(member.text()));
            case LineSplit.ByWeights(var weights) ->
                weights.entrySet().stream()
                        .map(weight -> parties.name(weight.getKey().text()) + " " + weight.getValue())
                        .collect(Collectors.joining(" : "));
        };
    }

    /** Returns the name of {@code party}. */
    public String party(Party party) {
        return parties.name(PartyJson.write(party));
    }

    /** Returns the name of {@code source}. */
    public String source(MoneySource source) {
        return switch (source) {
            case MoneySource.One(var member) -> parties.name(member.text());
            case MoneySource.Everybody() -> words.of("source.everybody");
        };
    }

    /** Returns the name of what {@code link} leads to; its number if it is gone. */
    public String link(PlanLink link) {
        String text = PlanLinks.text(link);
        return PlanLinks.all(plan).stream()
                .filter(choice -> choice.key().equals(text))
                .map(Choice::name)
                .findFirst()
                .orElse(words.of(link instanceof PlanLink.Bill ? "type.FIXED" : "type.PROVISION") + " "
                        + text.substring(text.indexOf(':') + 1));
    }
}
