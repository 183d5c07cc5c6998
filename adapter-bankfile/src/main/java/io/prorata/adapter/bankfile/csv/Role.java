package io.prorata.adapter.bankfile.csv;

import io.prorata.application.bankfile.ReadOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The roles of columns. */
enum Role {
    DATE(ReadOption.DATE_COLUMN),
    LABEL(ReadOption.LABEL_COLUMN),
    AMOUNT(ReadOption.AMOUNT_COLUMN),
    DEBIT(ReadOption.DEBIT_COLUMN),
    CREDIT(ReadOption.CREDIT_COLUMN),
    /** Letters that distinguish spent and received. */
    SIGN(ReadOption.SIGN_COLUMN),
    /** The kind of the line: its words tell spent from received in files that write no sign, and mean nothing elsewhere. */
    KIND(null),
    CATEGORY(ReadOption.CATEGORY_COLUMN),
    SUBCATEGORY(ReadOption.SUBCATEGORY_COLUMN),
    ACCOUNT(ReadOption.ACCOUNT_COLUMN),
    CURRENCY(ReadOption.CURRENCY_COLUMN),
    STATE(ReadOption.STATE_COLUMN),
    /** A remark that says of pending lines that they are pending, and anything else of others. */
    REMARK(null),
    /** Charged on top of the amount. */
    FEE(ReadOption.FEE_COLUMN),
    BANK_ID(ReadOption.ID_COLUMN),
    /** The balance after the line: it proves amounts, and is not stored. */
    BALANCE(null);

    private final Optional<ReadOption> option;

    Role(@Nullable ReadOption option) {
        this.option = Optional.ofNullable(option);
    }

    /** Returns the option that names the column, if one does. */
    Optional<ReadOption> option() {
        return option;
    }
}
