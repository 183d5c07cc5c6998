package io.prorata.application.provision;

import io.prorata.application.plan.PlanKind;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.plan.TermsCheck;
import io.prorata.application.port.Books;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Plans.Planned;
import io.prorata.domain.Refusal;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;

/** Provisions, as {@link io.prorata.application.plan.PlanWrite} writes them. */
final class ProvisionKind implements PlanKind<Provision, ProvisionTerms> {

    @Override
    public String name() {
        return "provision";
    }

    @Override
    public Optional<Planned<Provision>> find(Plans plans, HouseholdId household, long id) {
        return plans.provision(household, id);
    }

    @Override
    public void replace(Plans plans, HouseholdId household, Provision provision) {
        plans.replace(household, provision);
    }

    @Override
    public Refusal unknown(long id) {
        return new Refusal.UnknownProvision(id);
    }

    @Override
    public Timeline<ProvisionTerms> terms(Provision provision) {
        return provision.terms();
    }

    @Override
    public Provision with(Provision provision, Timeline<ProvisionTerms> terms) {
        return provision.withTerms(terms);
    }

    @Override
    public boolean sameCard(Provision before, Provision after) {
        return before.card().equals(after.card());
    }

    @Override
    public void require(Household settings, ProvisionTerms terms, YearMonth from) {
        TermsCheck.require(settings, terms, from, "");
    }

    @Override
    public PlanBook book(Plans plans, HouseholdId household) {
        return plans.book(household);
    }

    @Override
    public SortedSet<YearMonth> moved(
            PlansMoved moved, PlanBook book, Provision before, Provision after, HouseholdId household, Books books) {
        return moved.by(book, before, after);
    }

    @Override
    public Change revised(Optional<YearMonth> first, boolean card) {
        return new Change.ProvisionRevised(first, card);
    }

    @Override
    public Change ended(YearMonth from) {
        return new Change.ProvisionEnded(from);
    }
}
