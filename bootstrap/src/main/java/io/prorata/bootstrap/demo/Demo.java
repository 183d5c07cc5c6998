package io.prorata.bootstrap.demo;

import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Households;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.bootstrap.composition.UseCases;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.terminal.MonthOnTerminal;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.plan.MonthSummary;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What a visitor to the sample household is shown: the month it is, and how to ask for more. */
public final class Demo {

    private static final String TOKEN = "demo";

    private final UnitOfWork work;
    private final UseCases useCases;
    private final Clock clock;
    private final Households.Listed sample;

    /** @param work over books that {@link DemoBooks} has opened */
    public Demo(UnitOfWork work, Clock clock) {
        this.work = work;
        this.useCases = UseCases.over(work, clock);
        this.clock = clock;
        this.sample = useCases.household().showHouseholds().show().getFirst();
    }

    /** Returns the current month in lines of text. */
    public List<String> month(TerminalWords words) {
        HouseholdId household = sample.id();
        YearMonth month = SampleHousehold.currentMonth(clock);
        MonthSummary summary = work.read(
                household,
                books -> MonthSummary.of(
                        books.plans().book(household).at(month), books.ledger().facts(household, month)));
        return MonthOnTerminal.lines(sample.household(), summary, words);
    }

    /** Makes a token for this visit; that of the visit before is taken back, for nobody has noted it down. */
    public String token() {
        useCases.access().showTokens().show(sample.id()).thing().stream()
                .filter(token -> token.name().equals(TOKEN) && !token.revoked())
                .forEach(token -> useCases.access().revokeToken().revoke(sample.id(), Actor.COMMAND_LINE, token.id()));
        return useCases.access()
                .issueToken()
                .issue(sample.id(), Actor.COMMAND_LINE, new IssueToken.Command(TOKEN, Tokens.TokenScope.WRITE))
                .result()
                .secret()
                .text();
    }

    /** Makes a link that signs a browser in, once, to all there is. */
    public String link(URI address) {
        String code = useCases.access()
                .issueLink()
                .issue(sample.id(), Actor.COMMAND_LINE, new IssueToken.Command(TOKEN, Tokens.TokenScope.ADMIN))
                .result()
                .secret()
                .text();
        return address + "/sign-in?code=" + code;
    }

    /** Returns three requests to a server at {@code address} that work as they are. */
    public List<String> requests(URI address, String token) {
        LocalDate today = LocalDate.now(clock.withZone(sample.household().zone()));
        String curl = "curl -sS -H 'Authorization: Bearer " + token + "' ";
        return List.of(
                curl + address + "/dashboard/summary/slim",
                curl + address + "/provisions/calculate/optimized",
                curl + "-H 'Content-Type: application/json' -d '{\"date\": \"" + today
                        + "\", \"label\": \"Bakery\", \"amount\": \"-4.20\", \"category\": \"Groceries\"}' " + address
                        + "/transactions");
    }
}
