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
 * The stored rows without any conversion, also derived ones. Nothing is checked while reading, so months and dates are text.
 */
public interface RawRecords {

    /**
     * The revisions in the audit, which are unique.
     *
     * @param first and {@code last} revision, zero if there are none
     */
    record AuditSpan(long rows, long first, long last) {}

    /** The last change of a scope; {@code month} is empty if it has none. */
    record KeptScope(ScopeKind kind, String month, Stamp stamp) {

        /** The kinds of scopes. */
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
     * @param given the last id that was given
     * @param largest the largest id in use
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
            @Nullable String chosen,
            @Nullable String bankCategory,
            OptionalLong provisionId,
            SummedBy summedBy) {

        /** The meaning of the row's classification number, besides type, category and subcategory. */
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

    /** Returns the nonce of every revision in the audit. */
    Map<Long, Long> nonces(HouseholdId household);

    List<KeptScope> scopes(HouseholdId household);

    List<Ids> ids(HouseholdId household);

    List<KeptConfig> configs(HouseholdId household);

    /** Returns the bills, provisions, budgets and accounts, each with the revision at which it last changed. */
    List<KeptPlan> plans(HouseholdId household);

    /** Returns the months of dated terms and of movements; each once. */
    List<String> planned(HouseholdId household);

    List<KeptRule> rules(HouseholdId household);

    /** Returns the stored categories that were ever used. */
    Set<String> categoriesUsed(HouseholdId household);

    /** Passes every row of the ledger on, one at a time: there may be more than fit in memory. */
    void transactions(HouseholdId household, Consumer<KeptTransaction> each);

    /**
     * The stored totals of a month, without the smallest and the largest amounts.
     *
     * @param facts empty if the check value does not match
     */
    record KeptMonth(String month, Optional<MonthFacts> facts) {}

    /** A stored document, under the query's canonical text. */
    record KeptDocument(String query, String epoch, long viewVersion, Stamp stamp, Document document) {}

    List<KeptMonth> keptMonths(HouseholdId household);

    List<KeptDocument> keptDocuments(HouseholdId household);

    /**
     * A row with a wrong digest.
     *
     * @param key in its table, without the household; empty if a household has one row
     * @param missing whether it has no digest at all
     */
    record AlteredRow(String table, String key, boolean missing) {}

    /** Reads every row with a digest, passes those with a wrong digest on, and returns the number of rows. */
    long alteredRows(HouseholdId household, Consumer<AlteredRow> each);

    /** Returns the indexed tags of transactions, by their ids. */
    Map<Long, SortedSet<String>> tags(HouseholdId household);
}
