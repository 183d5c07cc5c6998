package io.prorata.adapter.bankfile.statement;

import io.prorata.adapter.bankfile.written.BankIds;
import io.prorata.adapter.bankfile.written.Currencies;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.adapter.bankfile.written.MinorUnits;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.StatedBalance;
import io.prorata.domain.account.BankBalance;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.naming.Naming;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns entries into lines of the household: in its currency, within its bounds, with texts that can be names. */
final class EntryLines {

    /** What banks write where they have no id. */
    private static final Set<String> NO_ID = Set.of("NOTPROVIDED", "NONREF", "NONE", "NOREF", "N/A", "NA", "NULL");

    private final ReadOptions options;
    private final Currency currency;
    private final BankIds ids;

    /** @param ids of the whole file */
    EntryLines(ReadOptions options, Currency currency, BankIds ids) {
        this.options = options;
        this.currency = currency;
        this.ids = ids;
    }

    ReadLine read(Entry entry) {
        try {
            requireOurs(entry.currency());
            var bank = new BankLine(
                    options.account().orElseGet(() -> name(entry.account())),
                    entry.date(),
                    MinorUnits.of(
                            options.reversed().orElse(false) ? entry.amount().negate() : entry.amount(), currency),
                    label(entry),
                    id(entry.bankId()));
            return new ReadLine.Accepted(entry.line(), bank, name(entry.category()), name(entry.subcategory()));
        } catch (LineRefusedException e) {
            return new ReadLine.Refused(entry.line(), e.reason());
        } catch (IllegalArgumentException e) {
            return new ReadLine.Refused(entry.line(), String.valueOf(e.getMessage()));
        }
    }

    /** Returns a closing balance; empty where it says nothing of an account of the household in its currency. */
    Optional<StatedBalance> balance(@Nullable String account, String stated, LocalDate date, BigDecimal amount) {
        String name = options.account().orElseGet(() -> name(account));
        // Where spent is positive, nobody knows what the sign of a balance means.
        if (name == null || options.reversed().orElse(false)) {
            return Optional.empty();
        }
        try {
            requireOurs(stated);
            return Optional.of(new StatedBalance(name, new BankBalance(date, MinorUnits.of(amount, currency))));
        } catch (LineRefusedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void requireOurs(String stated) throws LineRefusedException {
        Currency own = currency;
        if (options.currency().isPresent()) {
            own = options.currency().get();
        } else if (!stated.isBlank()) {
            own = Currencies.named(stated)
                    .orElseThrow(() -> new LineRefusedException("not a currency: " + Quoted.of(stated)));
        }
        if (!own.equals(currency)) {
            throw new LineRefusedException("in " + own + ", and the household counts in " + currency);
        }
    }

    private static String label(Entry entry) throws LineRefusedException {
        String label = Texts.cut(Texts.spaced(entry.text()), Naming.LONGEST_LABEL);
        if (label.isEmpty()) {
            throw new LineRefusedException("no label");
        }
        return label;
    }

    private static @Nullable String name(@Nullable String text) {
        String name = text == null ? "" : Texts.cut(Texts.spaced(text), Naming.LONGEST_NAME);
        return name.isEmpty() ? null : name;
    }

    private @Nullable String id(String text) {
        String id = Texts.spaced(text);
        boolean none = NO_ID.contains(id.toUpperCase(Locale.ROOT)) || id.chars().allMatch(c -> c == '0' || c == '-');
        return none ? null : ids.of(id).orElse(null);
    }
}
