package io.prorata.bootstrap.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.bootstrap.stack.fixture.adapter.web.CountController;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the rule about stacks sees what it claims to see. */
class RingStackTest {

    @Test
    void aFunctionOfTheWebInsideTheApplicationIsSeen() {
        RingStack stack = CountController.withAFunction();
        assertEquals("web > application > web > persistence", stack.toString());
        assertEquals(Optional.of("web runs inside application"), stack.fault());
    }

    @Test
    void valuesAreNoFault() {
        RingStack stack = CountController.withValues();
        assertEquals("web > application > persistence", stack.toString());
        assertEquals(Optional.empty(), stack.fault());
    }

    private static RingStack stack(String parts) {
        return new RingStack(Arrays.asList(parts.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web application persistence application persistence",
                "web application domain",
                "web application cache domain",
                "bootstrap web application rendering",
                "application persistence",
                "bootstrap application persistence application domain"
            })
    void goingInwardsAndOutOnceIsNoFault(String parts) {
        assertEquals(Optional.empty(), stack(parts).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "web application persistence application web persistence,web runs inside application",
        "web application persistence web,web runs inside persistence",
        "application rendering web,web runs inside rendering",
        "web application rendering application persistence,rendering calls the application back",
        "web application rendering persistence,rendering calls persistence",
        "web application cache persistence,cache calls persistence",
        "web application persistence application rendering,rendering is called while a transaction is open",
        "web application domain application,the domain calls the application",
        "application bootstrap persistence,bootstrap runs inside application"
    })
    void whatGoesOutAgainIsAFault(String parts, String fault) {
        assertEquals(Optional.of(fault), stack(parts).fault());
    }

    @Test
    void theRendererIsNoPartOfTheWeb() {
        assertEquals(
                List.of("web", "application", "rendering", "domain"),
                RingStack.of(
                                "io.prorata",
                                List.of(
                                        "io.prorata.domain.money.Money",
                                        "io.prorata.adapter.web.json.AmountText",
                                        "io.prorata.adapter.web.rendering.JsonRenderer",
                                        "java.lang.Thread",
                                        "io.prorata.application.cache.TieredViewCache",
                                        "io.prorata.adapter.web.answer.ViewAnswers",
                                        "io.prorata.adapter.web.dashboard.SummaryController"))
                        .parts());
    }
}
