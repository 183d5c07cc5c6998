package io.prorata.application.view;

import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import java.util.Optional;
import java.util.Set;

/**
 * Which attributions of rows are meant. What is empty does not narrow; all that is stated has to hold.
 *
 * @param ownSplit whether the row states how it divides
 * @param payer whom the row itself states
 * @param aliases names of the account in files, any of these; empty for all
 * @param sortedBy the id of a sorting rule that chose something of the row
 */
public record AttributionFilter(
        Optional<Boolean> common,
        Optional<Boolean> ownSplit,
        Optional<Party> payer,
        Optional<PlanLink> link,
        Optional<MoneySource> source,
        Set<String> aliases,
        Optional<Long> sortedBy) {

    /** A filter of rows whatever rules have sorted them. */
    public AttributionFilter(
            Optional<Boolean> common,
            Optional<Boolean> ownSplit,
            Optional<Party> payer,
            Optional<PlanLink> link,
            Optional<MoneySource> source,
            Set<String> aliases) {
        this(common, ownSplit, payer, link, source, aliases, Optional.empty());
    }

    /** Every attribution. */
    public static final AttributionFilter ALL = new AttributionFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    /** Takes a copy of the names. */
    public AttributionFilter {
        aliases = Set.copyOf(aliases);
    }

    /** Returns this filter for rows of an account. */
    public AttributionFilter ofAccount(Set<String> names) {
        return new AttributionFilter(common, ownSplit, payer, link, source, names, sortedBy);
    }

    /** Returns this filter for rows of which a rule has chosen something. */
    public AttributionFilter sortedBy(Optional<Long> rule) {
        return new AttributionFilter(common, ownSplit, payer, link, source, aliases, rule);
    }

    /** Returns whether {@code row} is one of those asked for. */
    boolean matches(Transaction row) {
        Attribution attribution = row.attribution();
        String account = row.line().account();
        return common.filter(wanted -> wanted != attribution.common()).isEmpty()
                && ownSplit.filter(wanted -> wanted != attribution.split().isPresent())
                        .isEmpty()
                && (payer.isEmpty() || payer.equals(attribution.payer()))
                && (link.isEmpty() || link.equals(attribution.link()))
                && (source.isEmpty() || source.equals(attribution.source()))
                && (aliases.isEmpty() || (account != null && aliases.contains(account)))
                && sortedBy.filter(rule -> !row.choices().rules().contains(rule))
                        .isEmpty();
    }
}
