package io.prorata.application.plan;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Shows what each member would pay of the plan in a month if something of it changed, beside what they pay as it is. Nothing is kept. */
public final class ShowPlanEffect {

    private static final String BILL = "/fixed_expense";
    private static final String PROVISION = "/provision";

    private final UnitOfWork work;

    public ShowPlanEffect(UnitOfWork work) {
        this.work = work;
    }

    /** What may change from a month on. */
    public sealed interface Proposal {

        /**
         * A bill: another one if it has no id.
         *
         * @param terms what holds then; empty where it ends
         */
        record OfBill(OptionalLong id, Optional<FixedTerms> terms) implements Proposal {}

        /**
         * A provision: another one if it has no id.
         *
         * @param terms what holds then; empty where it ends
         */
        record OfProvision(OptionalLong id, Optional<ProvisionTerms> terms) implements Proposal {}

        /** Who is present, what they earn, and how costs are divided. */
        record OfConfig(List<MemberIncome> members, SplitKey key) implements Proposal {}
    }

    /** @param from the month from which it holds, and which is looked at */
    public record Command(YearMonth from, Proposal proposal) {}

    /** What a member pays of the plan in the month. */
    public record Paid(MemberKey member, Money before, Money after) {}

    /** @param members all of the household, in their order; who is not there pays nothing */
    public record Effect(YearMonth month, List<Paid> members, Money before, Money after, Currency currency) {}

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws RefusedException if the bill or provision is unknown, a member is, or the terms cannot hold from the month on
     */
    public Committed<Effect> show(HouseholdId household, InCurrency<Command> stated) {
        return work.read(household, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            PlanBook book = books.plans().book(household);
            MonthPlan before = book.at(command.from());
            MonthPlan after = changed(settings, book, command).at(command.from());
            List<Paid> members = settings.members().stream()
                    .map(Member::key)
                    .map(member -> new Paid(member, paid(before, member), paid(after, member)))
                    .toList();
            return new Committed<>(
                    new Effect(
                            command.from(),
                            members,
                            Money.sum(members.stream().map(Paid::before).toList()),
                            Money.sum(members.stream().map(Paid::after).toList()),
                            settings.currency()),
                    books.revisions().current(household),
                    Stamp.NEVER);
        });
    }

    private static Money paid(MonthPlan plan, MemberKey member) {
        int place = plan.members().indexOf(member);
        if (place < 0) {
            return Money.ZERO;
        }
        Shares shares = plan.provisionShares().plus(plan.fixedShares());
        return shares.of(place);
    }

    private static PlanBook changed(Household settings, PlanBook book, Command command) {
        YearMonth from = command.from();
        return switch (command.proposal()) {
            case Proposal.OfBill(OptionalLong id, Optional<FixedTerms> terms) -> {
                terms.ifPresent(stated -> MemberCheck.requireAll(settings, stated.split(), BILL + "/split"));
                FixedExpense before = bill(book, id, from, terms);
                Timeline<FixedTerms> held = changed(before.terms(), from, terms);
                FixedExpense after = before.withTerms(held);
                yield new PlanBook(
                        book.configs(),
                        Stream.concat(book.fixed().stream().filter(bill -> bill.id() != after.id()), Stream.of(after))
                                .toList(),
                        book.provisions(),
                        book.accounts(),
                        book.budgets(),
                        book.settleSince());
            }
            case Proposal.OfProvision(OptionalLong id, Optional<ProvisionTerms> terms) -> {
                terms.ifPresent(stated -> TermsCheck.require(settings, stated, from, PROVISION));
                Provision before = provision(book, id, from, terms);
                Provision after = before.withTerms(changed(before.terms(), from, terms));
                yield new PlanBook(
                        book.configs(),
                        book.fixed(),
                        Stream.concat(
                                        book.provisions().stream().filter(one -> one.id() != after.id()),
                                        Stream.of(after))
                                .toList(),
                        book.accounts(),
                        book.budgets(),
                        book.settleSince());
            }
            case Proposal.OfConfig(List<MemberIncome> members, SplitKey key) -> {
                for (int i = 0; i < members.size(); i++) {
                    MemberCheck.require(settings, members.get(i).member(), "/config/members/" + i + "/member");
                }
                Config config = BrokenRules.at("/config/members", () -> new Config(0, from, members, key));
                yield new PlanBook(
                        book.configs().with(from, config),
                        book.fixed(),
                        book.provisions(),
                        book.accounts(),
                        book.budgets(),
                        book.settleSince());
            }
        };
    }

    private static FixedExpense bill(PlanBook book, OptionalLong id, YearMonth from, Optional<FixedTerms> terms) {
        if (id.isPresent()) {
            return book.fixed().stream()
                    .filter(bill -> bill.id() == id.getAsLong())
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownFixedExpense(id.getAsLong())));
        }
        return new FixedExpense(0, NEW, NEW, NEW, Timeline.from(from, stated(terms, BILL)));
    }

    private static Provision provision(PlanBook book, OptionalLong id, YearMonth from, Optional<ProvisionTerms> terms) {
        if (id.isPresent()) {
            return book.provision(id.getAsLong())
                    .orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id.getAsLong())));
        }
        return new Provision(
                0, ProvisionCard.named(NEW), Money.ZERO, Timeline.from(from, stated(terms, PROVISION)), List.of());
    }

    /** What is not there yet has a name only once it is planned. */
    private static final String NEW = "new";

    private static <T> T stated(Optional<T> terms, String where) {
        return terms.orElseThrow(() ->
                new RefusedException(new Refusal.BrokenRule(where, "what is not there yet has terms: state them")));
    }

    private static <T> Timeline<T> changed(Timeline<T> before, YearMonth from, Optional<T> terms) {
        return terms.map(held -> before.with(from, held)).orElseGet(() -> before.endedFrom(from));
    }
}
