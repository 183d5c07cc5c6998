package io.prorata.adapter.web.page.accounts;

import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.application.account.DescribeAccount;
import io.prorata.application.account.ReviseAccount;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.naming.Naming;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what a form says of an account. */
final class AccountForm {

    private AccountForm() {}

    static ReviseAccount.Command stated(Form form, Amounts amounts) {
        try {
            String name = Naming.name(form.text("name"));
            List<String> lines = form.lines("names");
            SortedSet<String> aliases = new TreeSet<>(lines.isEmpty() ? List.of(name) : lines);
            return new ReviseAccount.Command(
                    name,
                    aliases,
                    form.constant("kind", AccountKind.class),
                    PartyJson.party(form.text("owner")),
                    form.yesIfSaid("common"),
                    form.text("opening_date").isEmpty()
                            ? Optional.empty()
                            : Optional.of(new OpeningBalance(
                                    form.day("opening_date"), amounts.read(form, "opening_amount"))));
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("", String.valueOf(e.getMessage()));
        }
    }

    static DescribeAccount.Command described(Form form, Amounts amounts) {
        ReviseAccount.Command stated = stated(form, amounts);
        return new DescribeAccount.Command(
                stated.name(),
                stated.aliases(),
                stated.kind(),
                stated.owner(),
                Optional.of(form.month("from")),
                stated.commonByDefault(),
                stated.opening());
    }
}
