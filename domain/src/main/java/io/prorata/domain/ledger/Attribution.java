package io.prorata.domain.ledger;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitText;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a row is common, how it is divided, who paid it, and which part of the plan it names.
 *
 * @param common whether the row concerns the household; a row that does not is in no figure of the household
 * @param split how it is divided; empty for the household's key
 * @param payer that the row states; empty for the owner of its account
 * @param link the bill or the provision that it names
 * @param source whom an income or a transfer comes from
 */
public record Attribution(
        boolean common,
        Optional<LineSplit> split,
        Optional<Party> payer,
        Optional<PlanLink> link,
        Optional<MoneySource> source) {

    /** A common row without statements. */
    public static final Attribution USUAL =
            new Attribution(true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A personal row without statements. */
    public static final Attribution PERSONAL = USUAL.withCommon(false);

    /** A total order, consistent with equals. */
    static final Comparator<Attribution> ORDER = Comparator.comparing(Attribution::text);

    /** Refuses a link of a row that is not common with an {@link IllegalArgumentException}: linking makes a row common. */
    public Attribution {
        if (link.isPresent() && !common) {
            throw new IllegalArgumentException("a row that names a bill or a provision is common");
        }
    }

    /** Returns this attribution as common or personal; a personal row names no part of the plan. */
    public Attribution withCommon(boolean itIs) {
        return new Attribution(itIs, split, payer, itIs ? link : Optional.empty(), source);
    }

    /** Returns this attribution with another link, which makes it common. */
    public Attribution withLink(PlanLink other) {
        return new Attribution(true, split, payer, Optional.of(other), source);
    }

    /** Returns this attribution without what a row of {@code type} cannot have. */
    public Attribution of(ExpenseType type) {
        return new Attribution(
                common, split, payer, link.filter(named -> named.fits(type)), source.filter(named -> named.fits(type)));
    }

    /** Returns whether a row of {@code type} can have this attribution. */
    public boolean fits(ExpenseType type) {
        return of(type).equals(this);
    }

    /** Returns the id of the named provision. */
    public Optional<Long> provision() {
        return link.filter(PlanLink.Provision.class::isInstance).map(PlanLink::id);
    }

    /** Returns the id of the named bill. */
    public Optional<Long> bill() {
        return link.filter(PlanLink.Bill.class::isInstance).map(PlanLink::id);
    }

    /** Returns the members that this names; they have to be members of the household. */
    public Set<MemberKey> members() {
        Set<MemberKey> members = new HashSet<>();
        split.ifPresent(own -> members.addAll(own.names()));
        payer.ifPresent(party -> {
            if (party instanceof Party.One one) {
                members.add(one.member());
            }
        });
        source.ifPresent(from -> {
            if (from instanceof MoneySource.One one) {
                members.add(one.member());
            }
        });
        return members;
    }

    private String text() {
        return (common ? "" : "!")
                + split.map(SplitText::of).orElse("")
                + "|" + payer.map(Party::text).orElse("")
                + "|" + link.map(PlanLink::toString).orElse("")
                + "|" + source.map(MoneySource::text).orElse("");
    }
}
