package io.prorata.adapter.web.explanation;

import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.domain.derivation.RowSelection;
import io.prorata.domain.derivation.RowSelection.Asked;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows behind a step: an address that lists them, and what the fields of a row have to be as well, since a list of rows cannot be asked
 * for all of it. {@code sign} is whether what the bank writes counts as it is.
 */
final class SelectedRowsJson {

    private SelectedRowsJson() {}

    static void put(Map<String, Object> json, RowSelection selection) {
        boolean outgoing = selection.types().stream().anyMatch(ExpenseType::isOutgoing);
        json.put("sign", outgoing ? "minus" : "plus");
        json.put("address", address(selection));
        json.put("where", where(selection));
    }

    private static String address(RowSelection selection) {
        var address = new StringBuilder("/transactions?month=" + selection.month()
                + "&excluded=false&common=true&expense_types="
                + selection.types().stream().map(ExpenseType::name).collect(Collectors.joining(",")));
        Asked<String> category = selection.category();
        if (!category.any()) {
            address.append("&category=")
                    .append(StepJson.encoded(category.wanted().orElse("")));
        }
        selection
                .link()
                .wanted()
                .ifPresent(link -> address.append(link instanceof PlanLink.Bill ? "&bill_id=" : "&provision_id=")
                        .append(link.id()));
        if (!selection.split().any()) {
            address.append("&own_split=").append(selection.split().wanted().isPresent());
        }
        return address.toString();
    }

    private static Map<String, Object> where(RowSelection selection) {
        Map<String, Object> where = new LinkedHashMap<>();
        add(where, "category", selection.category(), name -> name);
        add(where, "account", selection.account(), name -> name);
        add(where, "split", selection.split(), SplitJson::write);
        add(where, "member", selection.source(), PartyJson::write);
        add(where, "payer", selection.payer(), PartyJson::write);
        if (!selection.link().any()) {
            add(where, "bill_id", bill(selection.link()), id -> id);
            add(where, "provision_id", provision(selection.link()), id -> id);
        }
        return where;
    }

    private static Asked<Long> bill(Asked<PlanLink> link) {
        return Asked.exactly(
                link.wanted().filter(PlanLink.Bill.class::isInstance).map(PlanLink::id));
    }

    private static Asked<Long> provision(Asked<PlanLink> link) {
        return Asked.exactly(
                link.wanted().filter(PlanLink.Provision.class::isInstance).map(PlanLink::id));
    }

    private static <T> void add(Map<String, Object> where, String field, Asked<T> asked, Function<T, ?> form) {
        if (!asked.any()) {
            where.put(field, asked.wanted().<Object>map(form).orElse(null));
        }
    }
}
