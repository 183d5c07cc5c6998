package io.prorata.application.explanation;

import io.prorata.domain.household.Household;
import io.prorata.domain.household.Party;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.settlement.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a figure is in its view: by a JSON pointer (RFC 6901), or by what it is about. */
public sealed interface FigurePlace {

    /** A JSON pointer. */
    record Pointer(String text) implements FigurePlace {}

    /**
     * The figure by which a thing is known: what a member pays, what a bill or a provision is in the month, what a category cost, what one party
     * pays another.
     *
     * @param name of the thing: a key, an id, or what people call it; of a transfer both parties, with {@code :} between them
     */
    record Of(Kind kind, String name) implements FigurePlace {

        private boolean isNamed(long id, String called) {
            return name.equals(Long.toString(id)) || Naming.isSame(name, called);
        }

        /** Returns the pointer into a summary; empty if it shows no such thing. */
        Optional<String> in(MonthSummary summary, Household household) {
            return switch (kind) {
                case MEMBER -> member(household).map(key -> "/summary/member_totals/" + key);
                case BILL ->
                    place(
                                    summary.plan().fixed(),
                                    line -> isNamed(
                                            line.expense().id(), line.expense().label()))
                            .map(place -> "/fixed_expenses/" + place + "/monthly_amount");
                case PROVISION ->
                    place(
                                    summary.plan().shownProvisions(),
                                    line -> isNamed(
                                            line.provision().id(),
                                            line.provision().card().name()))
                            .map(place -> "/provisions/" + place + "/monthly_amount");
                case CATEGORY ->
                    place(summary.variable(), line -> isCategory(line.category()))
                            .map(place -> "/categories/" + place + "/total_amount");
                case TRANSFER -> Optional.empty();
            };
        }

        /** Returns the pointer into a settlement; empty if it shows no such thing. */
        Optional<String> in(List<Transfer> transfers, Household household) {
            return switch (kind) {
                case MEMBER -> member(household).map(key -> "/members/" + key + "/due");
                case TRANSFER ->
                    place(transfers, transfer -> isBetween(transfer, household))
                            .map(place -> "/transfers/" + place + "/amount");
                case BILL, PROVISION, CATEGORY -> Optional.empty();
            };
        }

        private boolean isCategory(@Nullable String category) {
            return category == null ? name.isEmpty() : Naming.isSame(name, category);
        }

        private boolean isBetween(Transfer transfer, Household household) {
            String[] both = name.split(":", 2);
            return both.length == 2
                    && (leads(transfer, both[0], both[1], household) || leads(transfer, both[1], both[0], household));
        }

        private static boolean leads(Transfer transfer, String from, String to, Household household) {
            return is(transfer.from(), from, household) && is(transfer.to(), to, household);
        }

        private static boolean is(Party party, String called, Household household) {
            return party.toString().equals(called)
                    || new Of(Kind.MEMBER, called)
                            .member(household)
                            .filter(party.toString()::equals)
                            .isPresent();
        }

        private Optional<String> member(Household household) {
            return household.members().stream()
                    .filter(member -> member.key().text().equals(name) || Naming.isSame(member.name(), name))
                    .map(member -> member.key().text())
                    .findFirst();
        }

        private static <T> Optional<Integer> place(List<T> things, Predicate<T> wanted) {
            OptionalInt place = IntStream.range(0, things.size())
                    .filter(i -> wanted.test(things.get(i)))
                    .findFirst();
            return place.isPresent() ? Optional.of(place.getAsInt()) : Optional.empty();
        }
    }

    /** What a figure is about. */
    enum Kind {
        MEMBER,
        BILL,
        PROVISION,
        CATEGORY,
        TRANSFER
    }
}
