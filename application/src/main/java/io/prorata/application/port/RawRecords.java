package io.prorata.application.port;

import io.prorata.application.view.Document;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is kept, as it is kept: the derived beside what it follows from. Nothing has been checked on the way, so months and dates are
 * text.
 */
public interface RawRecords {

    /**
     * Of the audit, whose revisions are unique.
     *
     * @param first and {@code last} revision, zero if there are none
     */
    record AuditSpan(long rows, long first, long last) {}

    /** When a scope last changed; {@code month} is empty where it has none. */
    record KeptScope(ScopeKind kind, String month, Stamp stamp) {

        /** Kinds of scopes, as far as evidence goes. */
        public enum ScopeKind {
            LEDGER,
            PLAN,
            CATALOGUE,
            OTHER
        }
    }

    /**
     * Ids of one kind of thing.
     *
     * @param given the last one that was given
     * @param largest that is in use
     */
    record Ids(String thing, long given, long largest) {}

    /** A version of the config; {@code supersededBy} is empty while it is in force. */
    record KeptConfig(long id, String from, OptionalLong supersededBy) {}

    /** A bill or a provision. */
    record KeptPlan(String thing, long id, long changedAt) {}

    /** A rule of the category mapping, with the form in which it is compared. */
    record KeptRule(String category, String folded) {}

    /** A row of the ledger. */
    record KeptTransaction(
            long id,
            String month,
            String date,
            String label,
            String searchable,
            long amountMinor,
            @Nullable String category,
            String categoryKey,
            @Nullable String subcategory,
            @Nullable String account,
            @Nullable String bankId,
            List<String> tags,
            String type,
            String typedBy,
            boolean excluded,
            String bankDate,
            String fingerprint,
            OptionalLong importId,
            long revision,
            @Nullable String note,
            OptionalLong provisionId,
            SummedBy summedBy) {

        /** What the row's number stands for, beside type, category and subcategory. */
        public record SummedBy(
                @Nullable String account,
                boolean common,
                @Nullable String split,
                @Nullable String payer,
                OptionalLong billId,
                OptionalLong provisionId,
                @Nullable String source,
                boolean received) {}
    }

    /** Returns every household, by id. */
    List<HouseholdId> households();

    /** Returns the household's revision and its nonce. */
    Stamp latest(HouseholdId household);

    AuditSpan audit(HouseholdId household);

    /** Returns the nonce of every revision, as the audit keeps it. */
    Map<Long, Long> nonces(HouseholdId household);

    List<KeptScope> scopes(HouseholdId household);

    List<Ids> ids(HouseholdId household);

    List<KeptConfig> configs(HouseholdId household);

    /** Returns the bills, provisions, budgets and accounts, each with the revision at which it last changed. */
    List<KeptPlan> plans(HouseholdId household);

    /** Returns the months from which anything planned holds, or in which a provision moved; each once. */
    List<String> planned(HouseholdId household);

    List<KeptRule> rules(HouseholdId household);

    /** Returns the categories that are noted as having been used. */
    Set<String> categoriesUsed(HouseholdId household);

    /** Hands out every row of the ledger, one at a time: there may be more than fit. */
    void transactions(HouseholdId household, Consumer<KeptTransaction> each);

    /**
     * What a month adds up to, as it is kept; without the smallest and the largest amounts.
     *
     * @param facts empty if the totals do not give their check value
     */
    record KeptMonth(String month, Optional<MonthFacts> facts) {}

    /** A finished answer as it is kept, under the query's canonical text. */
    record KeptDocument(String query, String epoch, long viewVersion, Stamp stamp, Document document) {}

    List<KeptMonth> keptMonths(HouseholdId household);

    List<KeptDocument> keptDocuments(HouseholdId household);

    /**
     * A row whose columns do not give the digest that was written with them.
     *
     * @param key by which it is found in its table, after the household; empty if there is one row of a household
     * @param missing whether it has no digest at all
     */
    record AlteredRow(String table, String key, boolean missing) {}

    /** Reads every row that has a digest, hands out those that are not as they were written, and returns how many it read. */
    long alteredRows(HouseholdId household, Consumer<AlteredRow> each);

    /** Returns the tags by which transactions are found, by their ids. */
    Map<Long, SortedSet<String>> tags(HouseholdId household);
}
