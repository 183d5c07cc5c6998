package io.prorata.application.export;

import io.prorata.application.export.CsvText.Cell;
import io.prorata.application.export.CsvText.Cell.Text;
import io.prorata.application.export.CsvText.Cell.Value;
import io.prorata.application.port.Ledger;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.split.SplitText;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Transactions as lines of CSV, in a layout that an import recognises by its header. {@code bank_date} and {@code bank_line} identify the
 * line of a bank file, even if the row was edited, so that importing the same rows adds none.
 */
public final class TransactionCsv {

    /** The columns, in order; dates and amounts have the form of JSON, an absent value is an empty cell. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "date",
            "label",
            "amount",
            "currency",
            "account",
            "bank_id",
            "category",
            "subcategory",
            "expense_type",
            "typed_by",
            "excluded",
            "tags",
            "common",
            "split",
            "payer",
            "bill_id",
            "provision_id",
            "member",
            "note",
            "bank_date",
            "bank_line");

    /** The first line, without its line break. */
    public static final String HEADER = String.join(",", COLUMNS);

    /** Separates tags, which have no blank at their ends. */
    private static final String BETWEEN_TAGS = " | ";

    private TransactionCsv() {}

    /** Returns the first line. */
    public static String header() {
        return HEADER + "\r\n";
    }

    /** Returns the line of {@code row}, whose amount is in {@code currency}. */
    public static String line(Ledger.Entry row, Currency currency) {
        Transaction transaction = row.transaction();
        Attribution attribution = transaction.attribution();
        return CsvText.line(List.of(
                new Value(transaction.id()),
                new Value(transaction.line().date()),
                new Text(transaction.line().label()),
                new Value(transaction.line().amount().inUnitsOf(currency).toPlainString()),
                new Value(currency.getCurrencyCode()),
                new Text(transaction.line().account()),
                new Text(transaction.line().bankId()),
                new Text(transaction.classification().category()),
                new Text(transaction.classification().subcategory()),
                new Value(transaction.classification().type()),
                new Value(transaction.typedBy().name().toLowerCase(Locale.ROOT)),
                new Value(transaction.classification().excluded()),
                new Text(transaction.tags().isEmpty() ? null : String.join(BETWEEN_TAGS, transaction.tags())),
                new Value(attribution.common()),
                new Text(attribution.split().map(SplitText::of).orElse(null)),
                new Text(attribution.payer().map(Party::toString).orElse(null)),
                number(attribution.bill()),
                number(attribution.provision()),
                new Text(attribution.source().map(TransactionCsv::source).orElse(null)),
                new Text(transaction.note()),
                new Value(row.origin().date()),
                new Value(row.origin().fingerprint())));
    }

    private static String source(MoneySource source) {
        return switch (source) {
            case MoneySource.One(MemberKey member) -> member.text();
            case MoneySource.Everybody() -> "everybody";
        };
    }

    private static Cell number(Optional<Long> id) {
        return id.<Cell>map(Value::new).orElseGet(() -> new Text(null));
    }
}
