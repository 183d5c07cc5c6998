package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.port.Ledger;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.ledger.Transaction;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A transaction, with the bank's sign.
 *
 * @param typedBy the source of the expense type: {@code rule} or {@code person}
 * @param importId its import; absent if it was entered by hand
 * @param accountId in a list, the described account of the row; absent elsewhere, because the ETag of one transaction does not
 *     change with accounts
 * @param common whether it is common to the household
 * @param split the split between members; absent if it is the household's key
 * @param payer the payer that the row states; absent if it is the owner of its account
 * @param billId the bill that it pays, if any
 * @param provisionId the provision that it fills or is paid out of, if any
 * @param member the member whom a transfer or an income comes from: a key, or {@code everybody}
 * @param sortedBy the ids of the sorting rules that chose something of it; a rule may have been deleted since
 */
@Serdeable.Serializable
public record TransactionResponse(
        long id,
        String date,
        String month,
        String label,
        String amount,
        String currency,
        @Nullable String account,
        @Nullable Long accountId,
        @Nullable String bankId,
        @Nullable String category,
        @Nullable String subcategory,
        String expenseType,
        String typedBy,
        boolean excluded,
        Collection<String> tags,
        @Nullable Long importId,
        boolean common,
        @Nullable Map<String, Object> split,
        @Nullable String payer,
        @Nullable Long billId,
        @Nullable Long provisionId,
        @Nullable String member,
        @Nullable String note,
        Collection<Long> sortedBy) {

    /** Of one entered by hand. */
    public static TransactionResponse of(Transaction transaction, AmountText amounts) {
        return of(transaction, OptionalLong.empty(), Optional.empty(), amounts);
    }

    static TransactionResponse of(Ledger.Entry entry, AmountText amounts) {
        return of(entry.transaction(), entry.importId(), Optional.empty(), amounts);
    }

    /** One of a list, with the account that it is of. */
    static TransactionResponse of(Ledger.Entry entry, Accounts accounts, AmountText amounts) {
        return of(
                entry.transaction(),
                entry.importId(),
                accounts.called(entry.transaction().line().account()),
                amounts);
    }

    private static TransactionResponse of(
            Transaction transaction, OptionalLong importId, Optional<Account> account, AmountText amounts) {
        return new TransactionResponse(
                transaction.id(),
                transaction.line().date().toString(),
                transaction.month().toString(),
                transaction.line().label(),
                amounts.text(transaction.line().amount()),
                amounts.currency().getCurrencyCode(),
                transaction.line().account(),
                account.map(Account::id).orElse(null),
                transaction.line().bankId(),
                transaction.classification().category(),
                transaction.classification().subcategory(),
                transaction.classification().type().name(),
                transaction.typedBy().name().toLowerCase(Locale.ROOT),
                transaction.classification().excluded(),
                transaction.tags(),
                importId.isPresent() ? (Long) importId.getAsLong() : null,
                transaction.attribution().common(),
                transaction.attribution().split().map(SplitJson::write).orElse(null),
                transaction.attribution().payer().map(PartyJson::write).orElse(null),
                transaction.attribution().bill().orElse(null),
                transaction.attribution().provision().orElse(null),
                transaction.attribution().source().map(PartyJson::write).orElse(null),
                transaction.note(),
                transaction.choices().rules());
    }
}
