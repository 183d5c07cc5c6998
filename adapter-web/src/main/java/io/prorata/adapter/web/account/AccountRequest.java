package io.prorata.adapter.web.account;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.adapter.web.plan.PartyJson;
import io.prorata.application.account.DescribeAccount;
import io.prorata.application.account.ReviseAccount;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is stated: {@code {"name": "Joint account", "names": ["FR76 1234"], "owner": "pot", "opening_balance": {"date": "2024-01-01",
 * "amount": "120.00"}}}.
 */
final class AccountRequest {

    private static final String[] NAMES = {"name", "names", "kind", "owner", "common", "opening_balance"};

    private AccountRequest() {}

    static DescribeAccount.Command read(byte[] body, Currency currency) {
        JsonObjectReader fields =
                JsonObjectReader.of(body, Stream.concat(Arrays.stream(NAMES), Stream.of("from")).toArray(String[]::new));
        var parts = new ErrorCollector();
        Supplier<ReviseAccount.Command> account = parts.read(() -> command(fields, currency));
        Supplier<Optional<YearMonth>> from = parts.read(() -> fields.optionalMonth("from"));
        parts.complete();
        ReviseAccount.Command stated = account.get();
        return new DescribeAccount.Command(
                stated.name(),
                stated.aliases(),
                stated.kind(),
                stated.owner(),
                from.get(),
                stated.commonByDefault(),
                stated.opening());
    }

    /** Reads what changes of an account. */
    static ReviseAccount.Command readPatch(byte[] body, Currency currency, Account before, Party owner) {
        return command(
                JsonObjectReader.patched(current(before, owner, new AmountText(currency)), body, NAMES), currency);
    }

    private static Map<String, Object> current(Account before, Party owner, AmountText amounts) {
        Map<String, @Nullable Object> current = new LinkedHashMap<>();
        current.put("name", before.name());
        current.put("names", List.copyOf(before.aliases()));
        current.put("kind", before.kind().name().toLowerCase(Locale.ROOT));
        current.put("owner", PartyJson.write(owner));
        current.put("common", before.commonByDefault().orElse(null));
        current.put(
                "opening_balance",
                before.opening()
                        .map(opening -> Map.of(
                                "date", opening.date().toString(), "amount", amounts.text(opening.amount())))
                        .orElse(null));
        Map<String, Object> stated = new LinkedHashMap<>();
        current.forEach((name, value) -> {
            if (value != null) {
                stated.put(name, value);
            }
        });
        return stated;
    }

    private static ReviseAccount.Command command(JsonObjectReader fields, Currency currency) {
        var parts = new ErrorCollector();
        parts.check(() -> fields.cannotTakeAway("name", "names", "kind", "owner"));
        Supplier<String> name = parts.read(() -> fields.ruled("name", () -> Naming.name(fields.text("name"))));
        Supplier<SortedSet<String>> names = parts.read(() -> new TreeSet<>(fields.texts("names", Naming::name)));
        Supplier<AccountKind> kind =
                parts.read(() -> fields.optionalOneOf("kind", AccountKind.class).orElse(AccountKind.CURRENT));
        Supplier<Party> owner = parts.read(() -> PartyJson.read(fields, "owner"));
        Supplier<Optional<Boolean>> common = parts.read(() -> fields.optionalFlag("common"));
        Supplier<Optional<OpeningBalance>> opening = parts.read(() -> fields.optionalObject(
                        "opening_balance", "date", "amount")
                .map(balance -> opening(balance, currency)));
        parts.complete();
        return new ReviseAccount.Command(
                name.get(),
                names.get().isEmpty() ? new TreeSet<>(List.of(name.get())) : names.get(),
                kind.get(),
                owner.get(),
                common.get(),
                opening.get());
    }

    private static OpeningBalance opening(JsonObjectReader fields, Currency currency) {
        var parts = new ErrorCollector();
        Supplier<LocalDate> date = parts.read(() -> fields.date("date"));
        Supplier<Money> amount = parts.read(() -> new AmountText(currency).read(fields, "amount"));
        parts.complete();
        return fields.ruled("date", () -> new OpeningBalance(date.get(), amount.get()));
    }
}
