package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.household.ReviseHousehold;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Precondition;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpResponse;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts are read in the currency of whoever is let in; if the household has another by the time of the write, nothing is done. */
class CurrencyChangedTest {

    private static final WebServer SERVER = new WebServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** The currency changes after the request was read and before its write: the server's books are told when a write begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /transactions          | {"date":"2024-01-05","label":"x","amount":"1.25"}
            /transactions/batch    | {"transactions":[{"date":"2024-01-05","label":"x","amount":"1.25"}]}
            /transactions/changes  | {"filter":{"min_amount":"1.25"},"set":{}}
            /fixed-expenses        | {"label":"Rent","category":"Home","amount":"1.25","frequency":"monthly"}
            /budgets               | {"category":"Home","amount":"1.25"}
            /provisions            | {"name":"x","base":{"mode":"fixed","amount":"1.25"}}
            /configs               | {"members":[{"member":"member1","net":"1.25"}]}
            """)
    void nothingIsDone(String path, String body) {
        HouseholdId household = SERVER.found();
        String token = SERVER.token(household, Tokens.TokenScope.WRITE);
        SERVER.beforeTheNextWrite(() -> changeCurrency(household));

        HttpResponse<String> refused = SERVER.post(path, token, body);

        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("/problems/currency-changed"), refused.body());
        HttpResponse<String> again = SERVER.post(path, token, body);
        assertEquals(422, again.statusCode(), again.body());
        assertTrue(again.body().contains("an amount in JPY has at most 0 decimals"), again.body());
        assertEquals(
                201,
                SERVER.post("/transactions", token, "{\"date\":\"2024-01-05\",\"label\":\"x\",\"amount\":\"125\"}")
                        .statusCode());
    }

    private static void changeCurrency(HouseholdId id) {
        Household before = SERVER.books().read(id, books -> books.households().get(id));
        new ReviseHousehold(SERVER.books())
                .revise(
                        id,
                        Actor.COMMAND_LINE,
                        Precondition.WHATEVER,
                        new Household(before.name(), Currency.getInstance("JPY"), before.zone(), before.members()),
                        Optional.empty());
    }
}
