package io.prorata.application.bankfile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the sender of a bank file can say of it. Each overrides what would be found out. */
public enum ReadOption {
    ENCODING("how letters are written, such as UTF-8, windows-1252 or IBM850"),
    DELIMITER("what stands between fields: one character, or 'tab'"),
    SKIP("how many lines to pass over at the beginning"),
    HEADER("whether a line names the columns: yes or no"),
    DATE_COLUMN("the date that decides the month: a column's name, or its number from 1"),
    LABEL_COLUMN("the text of the line: a column's name or number"),
    AMOUNT_COLUMN("the amount: a column's name or number"),
    DEBIT_COLUMN("what was spent, where spent and received have columns of their own: a name or number"),
    CREDIT_COLUMN("what was received, likewise: a name or number"),
    FEE_COLUMN("a fee charged on top of the amount, to be subtracted: a column's name or number, or 'none'"),
    SIGN_COLUMN("letters that tell spent from received: a column's name or number, or 'none'"),
    OUT("the words of that column that mean spent, separated by commas, such as D,DR"),
    IN("the words of that column that mean received, separated by commas, such as C,CR"),
    CATEGORY_COLUMN("the category, the upper one where there are two levels: a name or number, or 'none'"),
    SUBCATEGORY_COLUMN("the lower level of the category: a name or number, or 'none'"),
    ACCOUNT_COLUMN("the household's own account: a name or number, or 'none'"),
    CURRENCY_COLUMN("the currency of the line: a name or number, or 'none'"),
    STATE_COLUMN("whether the line is settled: a name or number, or 'none'"),
    SETTLED("the words of that column that mean settled, separated by commas"),
    ID_COLUMN("the bank's own id of the line: a name or number, or 'none'"),
    ONLY("the lines to take: a column and the values it has in them, such as Type=20,30"),
    LEAVE_OUT("the lines to leave out: a column and the values it has in them, such as Type=Balance"),
    DATE_FORMAT("day-first, month-first, year-first, or a pattern such as dd.MM.yyyy"),
    DECIMAL("what stands before the decimals: comma or point"),
    REVERSED("whether spent is positive and received negative, as some card statements have it: yes or no"),
    ACCOUNT("the name of the account that all lines belong to"),
    CURRENCY("the currency of all lines, such as EUR");

    private final String help;

    ReadOption(String help) {
        this.help = help;
    }

    /** Returns its name in a query: {@code date_column}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name on a command line: {@code --date-column}. */
    public String flag() {
        return "--" + parameter().replace('_', '-');
    }

    /** Says in a line what it is for. */
    public String help() {
        return help;
    }

    /** Returns the few values it can have, between bars; empty if it has many. */
    public Optional<String> choices() {
        return switch (this) {
            case DATE_FORMAT -> Optional.of("day-first|month-first|year-first");
            case DECIMAL -> Optional.of("comma|point");
            case REVERSED -> Optional.of("yes|no");
            default -> Optional.empty();
        };
    }

    public static Optional<ReadOption> ofParameter(String parameter) {
        return Arrays.stream(values())
                .filter(option -> option.parameter().equals(parameter))
                .findFirst();
    }
}
