package io.prorata.adapter.bankfile.csv;

import static io.prorata.adapter.bankfile.csv.Readings.assertUnreadable;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A column of balances proves amounts, or says where they cannot be right. */
class BalanceProofTest {

    private static final List<String> ROWS = List.of(
            "2024-01-13;Tea;-3,50;996,50",
            "2024-01-14;Pay;2000,00;2996,50",
            "2024-01-15;Rent;-900,00;2096,50",
            "2024-01-16;Cake;-4,00;2092,50");

    @Test
    void whatFollowsIsNotSpokenOfInEitherOrder() {
        assertEquals(List.of(), Readings.of(file(ROWS)).warnings());
        assertEquals(List.of(), Readings.of(file(reversed(ROWS))).warnings());
    }

    @Test
    void aLineThatWasLeftOutIsMissedInEitherOrder() {
        List<String> gap = new ArrayList<>(ROWS);
        gap.remove(2);
        gap.addAll(List.of("2024-01-17;Bread;-2,00;2090,50", "2024-01-18;Milk;-1,00;2089,50"));
        assertEquals(
                List.of("line 4: the balance does not follow from that of line 3: -900.00 is missing,"
                        + " a line left out or refused, or an amount read wrong"),
                Readings.of(file(gap)).warnings());
        assertEquals(
                List.of("line 4: the balance does not follow from that of line 5: -900.00 is missing,"
                        + " a line left out or refused, or an amount read wrong"),
                Readings.of(file(reversed(gap))).warnings());
    }

    @Test
    void equalLinesAreTwoPurchasesIfTheBalanceWentDownTwice() {
        List<String> twins = new ArrayList<>(ROWS);
        twins.add("2024-01-16;Cake;-4,00;2088,50");
        Readings two = Readings.of(file(twins));
        assertEquals(List.of(), two.warnings());
        assertEquals(5, two.accepted().size());

        twins.add("2024-01-16;Cake;-4,00;2088,50");
        assertEquals(
                List.of("line 7: it is equal to line 6, and so is its balance: is it there twice?"),
                Readings.of(file(twins)).warnings());
    }

    @Test
    void balancesTellTheSignOfAmountsThatHaveNone() {
        String text = file(ROWS).replace(";-", ";");
        Readings read = Readings.of(text);
        assertEquals(List.of("2024-01-14 200000 Pay", "2024-01-15 -90000 Rent", "2024-01-16 -400 Cake"), read.lines());
        assertEquals(
                Map.of(2, "the amount carries no sign, and its balance does not tell whether it was spent or received"),
                read.refused());
        assertEquals(
                List.of("amounts carry no sign, and the balances tell what was spent and what received"),
                read.warnings());
    }

    @Test
    void balancesTellThatAllSignsAreReversed() {
        String text = """
                Date;Label;Amount;Balance
                2024-01-13;Tea;3,50;996,50
                2024-01-14;Pay;-2000,00;2996,50
                2024-01-15;Rent;900,00;2096,50
                2024-01-16;Cake;4,00;2092,50
                """;
        Readings read = Readings.of(text);
        assertEquals(
                List.of(
                        "2024-01-13 -350 Tea",
                        "2024-01-14 200000 Pay",
                        "2024-01-15 -90000 Rent",
                        "2024-01-16 -400 Cake"),
                read.lines());
        assertEquals(
                List.of("the balances show that positive amounts were spent, and they are read so"), read.warnings());
    }

    @Test
    void balancesTellWhetherThreeDigitsAreThousands() {
        String text = """
                Date;Label;Amount;Balance
                2024-01-13;Tea;-3;6000
                2024-01-14;Rent;-1.200;4.800
                2024-01-15;Pay;2.000;6.800
                2024-01-16;Cake;-4;6.796
                """;
        assertEquals(
                List.of(
                        "2024-01-13 -300 Tea",
                        "2024-01-14 -120000 Rent",
                        "2024-01-15 200000 Pay",
                        "2024-01-16 -400 Cake"),
                Readings.of(text).lines());
        assertUnreadable("ambiguous-amounts", "decimal", text.replace("Balance", "Other"));
    }

    @Test
    void eachAccountHasItsOwnBalance() {
        String text = """
                Date;Label;Amount;Balance;Account
                2024-01-13;Tea;-3,50;96,50;A
                2024-01-13;Tea;-3,00;47,00;B
                2024-01-14;Cake;-4,50;92,00;A
                2024-01-14;Cake;-4,00;43,00;B
                2024-01-15;Pie;-2,00;40,00;B
                """;
        assertEquals(
                List.of("line 6: the balance does not follow from that of line 5: -1.00 is missing,"
                        + " a line left out or refused, or an amount read wrong"),
                Readings.of(text).warnings());
    }

    @Test
    void aBalanceThatStaysTheSameProvesNothing() {
        String text = """
                Date;Label;Amount;Balance
                2024-01-13;Tea;-3,50;96,50
                2024-01-14;Cake;-4,00;96,50
                2024-01-15;Pie;5,00;96,50
                """;
        assertEquals(List.of(), Readings.of(text).warnings());
    }

    private static List<String> reversed(List<String> rows) {
        List<String> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String file(List<String> rows) {
        return "Date;Label;Amount;Balance\n" + String.join("\n", rows) + "\n";
    }
}
