package io.prorata.adapter.bankfile.statement;

import io.prorata.adapter.bankfile.written.BankIds;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileFormat.Part;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.StatedBalance;
import io.prorata.domain.RefusedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a file of statements in two goes: the first counts its entries, the second hands them over. */
public final class StatementReader implements BankFileReader {

    /** How often {@link Progress} hears of it. */
    private static final int PROGRESS_LINES = 1000;

    /** So many accounts are told apart in the report; no household has more. */
    private static final int MOST_ACCOUNTS = 1000;

    private final StatementFormat statements;
    private final ReadOptions options;
    private final Currency currency;
    private final Survey survey = new Survey();
    private final EntryLines lines;

    private StatementReader(StatementFormat statements, ReadOptions options, Currency currency) {
        this.statements = statements;
        this.options = options;
        this.currency = currency;
        this.lines = new EntryLines(options, currency, survey.ids);
    }

    /**
     * Goes through the file once.
     *
     * @throws RefusedException if it cannot be read as a whole
     */
    public static StatementReader of(StatementFormat statements, ReadOptions options, Currency currency) {
        var reader = new StatementReader(statements, options, currency);
        statements.parse(reader.survey);
        return reader;
    }

    @Override
    public Currency currency() {
        return currency;
    }

    @Override
    public int lines() {
        return survey.count;
    }

    @Override
    public Optional<Days> days() {
        return survey.first == null || survey.last == null
                ? Optional.empty()
                : Optional.of(new Days(survey.first, survey.last));
    }

    @Override
    public BankFileFormat format() {
        List<Part> parts = new ArrayList<>();
        survey.accounts.forEach((account, count) -> parts.add(new Part(account, count)));
        return statements.format(parts, survey.passedOver);
    }

    /** If all rows are to be of one account, a file of several says nothing of it. */
    @Override
    public List<StatedBalance> balances() {
        boolean severalAsOne = options.account().isPresent() && survey.balances.size() > 1;
        return severalAsOne
                ? List.of()
                : survey.balances.values().stream()
                        .flatMap(
                                closing -> lines
                                        .balance(
                                                closing.account(), closing.currency(), closing.date(), closing.amount())
                                        .stream())
                        .toList();
    }

    @Override
    public void read(Consumer<ReadLine> sink, Progress progress) {
        statements.parse(new StatementSink() {
            private int done;

            @Override
            public void account(@Nullable String account) {
                // It is counted already.
            }

            @Override
            public void entry(Entry entry) {
                hand(lines.read(entry));
            }

            @Override
            public void refused(int line, String reason) {
                hand(new ReadLine.Refused(line, reason));
            }

            @Override
            public void passedOver(String kind) {
                // It is counted already.
            }

            private void hand(ReadLine line) {
                sink.accept(line);
                if (++done % PROGRESS_LINES == 0 || done == survey.count) {
                    progress.at(done, survey.count);
                }
            }
        });
    }

    /** A closing balance as the file has it. */
    private record Closing(@Nullable String account, String currency, LocalDate date, BigDecimal amount) {}

    /** Counts what the file holds. */
    private static final class Survey implements StatementSink {
        private final Map<String, Integer> accounts = new LinkedHashMap<>();
        private final SortedMap<String, Integer> passedOver = new TreeMap<>();
        private final Map<String, Closing> balances = new LinkedHashMap<>();
        private final BankIds ids = new BankIds();
        private int count;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        @Override
        public void account(@Nullable String account) {
            add(account, 0);
        }

        @Override
        public void entry(Entry entry) {
            count++;
            add(entry.account(), 1);
            ids.observe(Texts.spaced(entry.bankId()));
            LocalDate date = entry.date();
            first = first == null || date.isBefore(first) ? date : first;
            last = last == null || date.isAfter(last) ? date : last;
        }

        @Override
        public void refused(int line, String reason) {
            count++;
        }

        /** The latest of each account: a file may hold a statement a day. */
        @Override
        public void balance(@Nullable String account, String currency, LocalDate date, BigDecimal amount) {
            String name = account == null ? "" : account;
            Closing known = balances.get(name);
            if (known == null ? balances.size() < MOST_ACCOUNTS : !date.isBefore(known.date())) {
                balances.put(name, new Closing(account, currency, date, amount));
            }
        }

        @Override
        public void passedOver(String kind) {
            passedOver.merge(kind, 1, Integer::sum);
        }

        private void add(@Nullable String account, int entries) {
            String name = account == null ? "" : account;
            if (accounts.size() < MOST_ACCOUNTS || accounts.containsKey(name)) {
                accounts.merge(name, entries, Integer::sum);
            }
        }
    }
}
