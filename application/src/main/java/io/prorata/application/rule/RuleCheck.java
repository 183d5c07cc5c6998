package io.prorata.application.rule;

import io.prorata.application.ledger.KnownNames;
import io.prorata.application.plan.MemberCheck;
import io.prorata.application.port.Books;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.sorting.HouseholdRules;
import io.prorata.application.view.AttributionFilter;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks what a rule says against the books. */
record RuleCheck(HouseholdId household, Household settings, Books books) {

    /**
     * A rule as it is kept.
     *
     * @param rule with names as the books spell them
     * @param unknownCategories categories that no row has had yet: perhaps a slip of the pen
     */
    record Checked(SortingRule rule, SortedSet<String> unknownCategories) {}

    /** @throws RefusedException naming the first part of {@code rule} that is not there, or its pattern if that is none */
    Checked checked(SortingRule rule) {
        rule.conditions()
                .matches()
                .ifPresent(pattern -> BrokenRules.at(
                        "/conditions/label_matches",
                        () -> HouseholdRules.patterns().compile(pattern)));
        rule.conditions().account().ifPresent(this::requireAccount);
        requireMembers(rule.effects());
        rule.effects().link().ifPresent(this::requireLink);
        return spelled(rule);
    }

    private void requireAccount(String name) {
        boolean known = books.plans().accounts(household).called(name).isPresent()
                || !books.ledger()
                        .list(
                                household,
                                TransactionFilter.ALL.with(AttributionFilter.ALL.ofAccount(Set.of(name))),
                                TransactionOrder.LATEST_FIRST,
                                Optional.empty(),
                                1,
                                0)
                        .isEmpty();
        if (!known) {
            throw broken("/conditions/account", "no account has this name");
        }
    }

    private void requireMembers(RuleEffects effects) {
        effects.split().ifPresent(split -> MemberCheck.requireAll(settings, split, "/effects/split"));
        if (effects.payer().orElse(null) instanceof Party.One one) {
            require(one.member(), "/effects/payer");
        }
        if (effects.source().orElse(null) instanceof MoneySource.One one) {
            require(one.member(), "/effects/member");
        }
    }

    private void require(MemberKey member, String where) {
        MemberCheck.require(settings, member, where);
    }

    private void requireLink(PlanLink link) {
        switch (link) {
            case PlanLink.Bill(long id) -> {
                if (books.plans().fixedExpense(household, id).isEmpty()) {
                    throw broken("/effects/bill_id", "no fixed expense has the id " + id);
                }
            }
            case PlanLink.Provision(long id) -> {
                if (books.plans().provision(household, id).isEmpty()) {
                    throw broken("/effects/provision_id", "no provision has the id " + id);
                }
            }
        }
    }

    private Checked spelled(SortingRule rule) {
        var there = Set.copyOf(books.ledger().categoryNames(household).spellings());
        KnownNames categories = KnownNames.of(there);
        RuleEffects effects = rule.effects();
        Optional<String> category = effects.category().map(categories::spelled);
        Optional<String> subcategory = effects.subcategory().map(categories::spelled);
        Optional<String> bankCategory = rule.conditions().bankCategory().map(categories::spelled);
        var unknown = new TreeSet<String>();
        Stream.of(category, subcategory, bankCategory)
                .flatMap(Optional::stream)
                .filter(name -> !there.contains(name))
                .forEach(unknown::add);
        Optional<SortedSet<String>> tags = effects.tags()
                .map(stated -> KnownNames.ofTags(household, books.ledger()).spelled(stated));
        return new Checked(
                new SortingRule(
                        rule.id(),
                        rule.name(),
                        rule.on(),
                        rule.conditions().withBankCategory(bankCategory),
                        effects.spelled(category, subcategory, tags)),
                unknown);
    }

    private static RefusedException broken(String where, String rule) {
        return new RefusedException(new Refusal.BrokenRule(where, rule));
    }
}
