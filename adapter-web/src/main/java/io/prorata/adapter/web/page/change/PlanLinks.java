package io.prorata.adapter.web.page.change;

import io.prorata.adapter.web.page.frame.Parties.Choice;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.plan.PlanBook;
import java.util.ArrayList;
import java.util.List;

/** Bills and provisions that a row or a rule names, as the texts of a form: {@code bill:3}. */
public final class PlanLinks {

    /** Before the id of a bill. */
    public static final String BILL = "bill:";

    /** Before the id of a provision. */
    public static final String PROVISION = "provision:";

    private PlanLinks() {}

    /** Returns the text of {@code link}. */
    public static String text(PlanLink link) {
        return switch (link) {
            case PlanLink.Bill(long id) -> BILL + id;
            case PlanLink.Provision(long id) -> PROVISION + id;
        };
    }

    /** @throws IllegalArgumentException if no link has this text */
    public static PlanLink parse(String text) {
        if (text.startsWith(BILL)) {
            return new PlanLink.Bill(Long.parseLong(text.substring(BILL.length())));
        }
        if (text.startsWith(PROVISION)) {
            return new PlanLink.Provision(Long.parseLong(text.substring(PROVISION.length())));
        }
        throw new IllegalArgumentException("one of " + BILL + ", " + PROVISION);
    }

    /** Returns all of {@code plan}, of any month, because rows may be of any. */
    public static List<Choice> all(PlanBook plan) {
        List<Choice> links = new ArrayList<>();
        plan.fixed().forEach(bill -> links.add(new Choice(text(new PlanLink.Bill(bill.id())), bill.label())));
        plan.provisions()
                .forEach(provision -> links.add(new Choice(
                        text(new PlanLink.Provision(provision.id())),
                        provision.card().name())));
        return links;
    }
}
