package io.prorata.adapter.bankfile.qif;

import io.prorata.adapter.bankfile.statement.StatementText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits a QIF file into records, and tells the account of each. */
final class QifParser {

    /** Lists of transactions; whatever else has a type is a list of other things. */
    private static final Set<String> TRANSACTIONS = Set.of("bank", "cash", "ccard", "oth a", "oth l", "otha", "othl");

    private static final int LONGEST_LINE = 4096;

    private final StatementText text;
    private final Sink sink;

    private String section = "bank";
    private @Nullable String account;
    private QifRecord.@Nullable Builder begun;
    private int number;

    /** Is handed the records in the order of the file. */
    interface Sink {

        default void account(String account) {}

        void record(@Nullable String account, QifRecord record);

        default void passedOver(String kind) {}
    }

    QifParser(StatementText text, Sink sink) {
        this.text = text;
        this.sink = sink;
    }

    void parse() {
        try (var reader = new BufferedReader(text.open())) {
            for (String line = line(reader); line != null; line = line(reader)) {
                take(line.strip());
            }
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a line of which no more is kept than any line of a record has; CR, LF or both end it. */
    private @Nullable String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
            c = reader.read();
        }
        if (c == '\r') {
            reader.mark(1);
            if (reader.read() != '\n') {
                reader.reset();
            }
        }
        number++;
        return line.toString();
    }

    private void take(String line) {
        if (line.isEmpty() || (line.charAt(0) == '#' && begun == null)) {
            return;
        }
        if (line.charAt(0) == '!') {
            end();
            String command = line.substring(1).strip().toLowerCase(Locale.ROOT);
            if (command.startsWith("type:")) {
                section = command.substring("type:".length()).strip();
            } else if (command.startsWith("account")) {
                section = "account";
            }
        } else if (line.charAt(0) == '^') {
            end();
        } else {
            add(line);
        }
    }

    private void add(String line) {
        if (begun == null) {
            begun = new QifRecord.Builder(number);
        }
        QifRecord ended = begun.take(number, line);
        if (ended != null) {
            QifRecord.Builder next = begun.next();
            hand(ended);
            begun = next;
            begun.take(number, line);
        }
    }

    private void end() {
        QifRecord.Builder ended = begun;
        begun = null;
        if (ended != null && !ended.isEmpty()) {
            hand(ended.record());
        }
    }

    private void hand(QifRecord record) {
        if (section.equals("account")) {
            String name = record.value('N');
            account = name.isEmpty() ? null : name;
            if (account != null) {
                sink.account(account);
            }
        } else if (TRANSACTIONS.contains(section)) {
            sink.record(account, record);
        } else {
            sink.passedOver(section);
        }
    }
}
