package io.prorata.domain.recognition;

import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowChoices;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What rows become when a match is confirmed.
 *
 * @param before the rows as they were
 * @param after the same rows, without one that goes
 */
public record Confirmed(List<Transaction> before, List<Transaction> after) {

    /**
     * Confirms a match.
     *
     * @param rows by id, at least those of the match
     * @param source whom the money comes from, if somebody states it; else as the match has it
     */
    public static Confirmed of(Match match, Map<Long, Transaction> rows, Optional<MoneySource> source) {
        List<Transaction> before = match.rows().stream().map(rows::get).toList();
        Transaction first = before.get(0);
        if (match instanceof Match.PaysBill bill) {
            return new Confirmed(
                    before, List.of(linked(typed(first, ExpenseType.FIXED), new PlanLink.Bill(bill.bill()))));
        }
        if (match instanceof Match.Transfer transfer) {
            Optional<MoneySource> from = source.or(() -> transfer.member().map(MoneySource.One::new));
            return new Confirmed(
                    before,
                    List.of(
                            typed(first, transfer.putAside() ? ExpenseType.PROVISION : ExpenseType.TRANSFER),
                            from(typed(before.get(1), ExpenseType.TRANSFER), from)));
        }
        if (match instanceof Match.Received received) {
            return new Confirmed(
                    before,
                    List.of(from(first, source.or(() -> received.member().map(MoneySource.One::new)))));
        }
        return new Confirmed(before, List.of(merged(first, before.get(1))));
    }

    private static Transaction linked(Transaction row, PlanLink link) {
        return row.with(row.attribution().of(row.classification().type()).withLink(link))
                .chosenByPerson(Set.of(RowField.LINK, RowField.COMMON), row);
    }

    private static Transaction typed(Transaction row, ExpenseType type) {
        Classification was = row.classification();
        return row.with(new Classification(type, was.category(), was.subcategory(), was.excluded()), TypedBy.PERSON);
    }

    private static Transaction from(Transaction row, Optional<MoneySource> source) {
        Attribution was = row.attribution();
        return source.map(known -> row.with(
                                new Attribution(true, was.split(), was.payer(), was.link(), Optional.of(known)))
                        .chosenByPerson(Set.of(RowField.SOURCE, RowField.COMMON), row))
                .orElse(row);
    }

    /** The bank's line, with what somebody said of it. */
    private static Transaction merged(Transaction byHand, Transaction imported) {
        Classification said = byHand.classification();
        Classification was = imported.classification();
        boolean chosen = byHand.typedBy() == TypedBy.PERSON
                || byHand.attribution().link().isPresent();
        ExpenseType type = chosen ? said.type() : was.type();
        SortedSet<String> tags = new TreeSet<>(imported.tags());
        tags.addAll(byHand.tags());
        boolean categorised = said.category() != null;
        return new Transaction(
                imported.id(),
                imported.line(),
                new Classification(
                        type,
                        categorised ? said.category() : was.category(),
                        categorised ? said.subcategory() : was.subcategory(),
                        false),
                byHand.attribution().of(type),
                chosen ? TypedBy.PERSON : imported.typedBy(),
                tags,
                byHand.note() == null ? imported.note() : byHand.note(),
                choices(byHand, imported, categorised));
    }

    /** What somebody chose of either; rules stay where nobody chose. */
    private static RowChoices choices(Transaction byHand, Transaction imported, boolean categorised) {
        Set<RowField> persons = EnumSet.copyOf(List.of(RowField.values()));
        persons.removeIf(field -> !byHand.isPersons(field) && !imported.isPersons(field));
        SortedMap<RowField, Long> rules = new TreeMap<>(imported.choices().byRule());
        rules.putAll(byHand.choices().byRule());
        if (categorised && !byHand.choices().byRule().containsKey(RowField.CATEGORY)) {
            persons.add(RowField.CATEGORY);
        }
        return new RowChoices(persons, rules, imported.bankCategory());
    }
}
