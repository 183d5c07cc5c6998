package io.prorata.adapter.bankfile.camt;

import io.prorata.adapter.bankfile.statement.Decimals;
import io.prorata.adapter.bankfile.statement.Entry;
import io.prorata.adapter.bankfile.statement.StatementDates;
import io.prorata.adapter.bankfile.statement.Texts;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entry while its elements are read. */
final class CamtEntry {

    /** Further texts of details are ignored: a label is shorter. */
    private static final int LONGEST = 1000;

    private final int number;
    private String amount = "";
    private String currency = "";
    private String direction = "";
    private String state = "";
    private String booked = "";
    private String valued = "";
    private String reference = "";
    private String detailReference = "";
    private String code = "";
    private String additional = "";
    private String debtor = "";
    private String creditor = "";
    private String remittance = "";
    private int details;

    /** @param number counted from 1 */
    CamtEntry(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The currency is an attribute of the amount. */
    void takeCurrency(String path, String text) {
        if (path.equals("Amt")) {
            currency = text;
        }
    }

    void beginDetail() {
        details++;
    }

    /**
     * Adds the text of an element.
     *
     * @param path below the entry, such as {@code BookgDt/Dt}
     */
    void take(String path, String text) {
        switch (path) {
            case "Amt" -> amount = text;
            case "CdtDbtInd" -> direction = text;
            case "Sts", "Sts/Cd", "Sts/Prtry" -> state = state.isEmpty() ? text : state;
            case "BookgDt/Dt", "BookgDt/DtTm" -> booked = text;
            case "ValDt/Dt", "ValDt/DtTm" -> valued = text;
            case "AcctSvcrRef" -> reference = text;
            case "AddtlNtryInf" -> additional = text;
            case "BkTxCd/Prtry/Cd" -> code = text;
            case "BkTxCd/Domn/Fmly/SubFmlyCd" -> code = code.isEmpty() ? text : code;
            case "NtryDtls/TxDtls/Refs/AcctSvcrRef" -> detailReference = text;
            case "NtryDtls/TxDtls/RltdPties/Dbtr/Nm", "NtryDtls/TxDtls/RltdPties/Dbtr/Pty/Nm" ->
                debtor = debtor.isEmpty() ? text : debtor;
            case "NtryDtls/TxDtls/RltdPties/Cdtr/Nm", "NtryDtls/TxDtls/RltdPties/Cdtr/Pty/Nm" ->
                creditor = creditor.isEmpty() ? text : creditor;
            case "NtryDtls/TxDtls/RmtInf/Ustrd", "NtryDtls/TxDtls/AddtlTxInf" -> {
                if (details <= 1 && remittance.length() < LONGEST) {
                    remittance = Texts.joined(remittance, text);
                }
            }
            case "NtryDtls/TxDtls/RmtInf/Strd/CdtrRefInf/Ref" ->
                remittance = details <= 1 && remittance.isEmpty() ? text : remittance;
            default -> {
                // Not needed.
            }
        }
    }

    Entry entry(@Nullable String account, String accountCurrency, ReadOptions options) throws LineRefusedException {
        requireBooked(options.settled());
        String own = currency.isBlank() ? accountCurrency : currency;
        // In a batch, the reference of one detail is not that of the entry.
        String id = reference.isEmpty() && details == 1 ? detailReference : reference;
        return new Entry(number, account, own, date(), signed(), text(), id);
    }

    private void requireBooked(Set<String> settled) throws LineRefusedException {
        String folded = ReadOptions.fold(state);
        boolean booked = settled.isEmpty() ? Set.of("", "book", "booked").contains(folded) : settled.contains(folded);
        if (!booked) {
            throw new LineRefusedException("not settled: " + (state.isEmpty() ? "no state" : Texts.spaced(state)));
        }
    }

    private LocalDate date() throws LineRefusedException {
        String text = booked.isEmpty() ? valued : booked;
        if (text.isEmpty()) {
            throw new LineRefusedException("no date");
        }
        return StatementDates.day(text).orElseThrow(() -> new LineRefusedException("not a date: " + Quoted.of(text)));
    }

    /** A reversal states its own direction, which is used unchanged. */
    private BigDecimal signed() throws LineRefusedException {
        if (amount.isEmpty()) {
            throw new LineRefusedException("no amount");
        }
        BigDecimal value = Decimals.read(amount)
                .orElseThrow(() -> new LineRefusedException("not an amount: " + Quoted.of(amount)));
        String way = direction.toUpperCase(Locale.ROOT);
        if (!way.equals("CRDT") && !way.equals("DBIT")) {
            throw new LineRefusedException(
                    direction.isEmpty()
                            ? "it is not said whether it was spent or received"
                            : "neither CRDT nor DBIT: " + Quoted.of(direction));
        }
        if (value.signum() < 0) {
            throw new LineRefusedException("the amount is negative, and beside it stands " + way);
        }
        return way.equals("DBIT") ? value.negate() : value;
    }

    /** Returns the other party and the purpose; for a batch, the bank's text of the entry. */
    private String text() {
        String other = direction.equalsIgnoreCase("DBIT") ? creditor : debtor;
        String detailed = details > 1
                ? Texts.joined(additional, other) + " (" + details + " payments)"
                : Texts.joined(other, remittance.isEmpty() ? additional : remittance);
        return detailed.isBlank() ? code : detailed;
    }
}
