package io.prorata.domain.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransfersTest {

    @Test
    void theVectors() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(TransfersTest.class.getResourceAsStream("/vectors/settlement.json"))
                .get("cases");
        assertEquals(104, cases.size());
        for (JsonNode example : cases) {
            for (JsonNode expected : example.get("expected")) {
                List<Due> dues = new ArrayList<>();
                example.get("household").get("members").forEach(member -> {
                    JsonNode due = expected.get("due").get(member.asText());
                    dues.add(new Due(party(member.asText()), new Money(due == null ? 0 : due.asLong())));
                });
                dues.add(new Due(
                        Party.POT, new Money(expected.get("due").get("pot").asLong())));
                List<Transfer> transfers = new ArrayList<>();
                expected.get("transfers")
                        .forEach(transfer -> transfers.add(new Transfer(
                                party(transfer.get("from").asText()),
                                party(transfer.get("to").asText()),
                                new Money(transfer.get("amount").asLong()))));
                assertEquals(transfers, Transfers.fewest(dues), expected.toString());
            }
        }
    }

    @Test
    void applyingThemSettlesEveryDue() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            List<Due> dues = any(random, random.nextInt(2, 11));

            List<Transfer> transfers = Transfers.fewest(dues);

            Map<Party, Money> left = new LinkedHashMap<>();
            dues.forEach(due -> left.put(due.party(), due.amount()));
            transfers.forEach(transfer -> {
                left.merge(transfer.from(), transfer.amount().negated(), Money::plus);
                left.merge(transfer.to(), transfer.amount(), Money::plus);
            });
            assertTrue(left.values().stream().allMatch(Money::isZero), "seed " + seed);
            long owing = dues.stream().filter(due -> !due.amount().isZero()).count();
            assertTrue(transfers.size() <= Math.max(0, owing - 1), "seed " + seed);
            assertTrue(transfers.size() >= (owing + 1) / 2, "seed " + seed);
        }
    }

    @Test
    void pairsThatCancelEachOtherTakeOneTransferEach() {
        List<Due> dues = List.of(due("a", 300), due("b", -100), due("c", 100), due("d", -300));
        assertEquals(
                List.of(
                        new Transfer(party("a"), party("d"), new Money(300)),
                        new Transfer(party("c"), party("b"), new Money(100))),
                Transfers.fewest(dues));
    }

    @Test
    void thirteenPartiesSettle() {
        List<Due> dues = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            dues.add(due("m" + (char) ('a' + m), m % 2 == 0 ? 1000 + m : -(1000 + m - 1)));
        }
        dues.add(new Due(Party.POT, Money.ZERO));
        assertEquals(6, Transfers.fewest(dues).size());
    }

    @Test
    void duesThatDoNotAddUpAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Transfers.fewest(List.of(due("a", 1))));
        assertThrows(IllegalArgumentException.class, () -> Transfers.fewest(List.of(due("a", 1), due("a", -1))));
        assertThrows(IllegalArgumentException.class, () -> new Transfer(Party.POT, Party.POT, new Money(1)));
        assertThrows(IllegalArgumentException.class, () -> new Transfer(Party.POT, party("a"), Money.ZERO));
    }

    private static List<Due> any(SplittableRandom random, int parties) {
        List<Due> dues = new ArrayList<>();
        long sum = 0;
        for (int m = 0; m < parties - 1; m++) {
            // Few different amounts, so that groups cancel out.
            long amount = random.nextLong(-3, 4);
            sum += amount;
            dues.add(due("m" + (char) ('a' + m), amount));
        }
        dues.add(new Due(Party.POT, new Money(-sum)));
        return dues;
    }

    private static Due due(String member, long amount) {
        return new Due(party(member), new Money(amount));
    }

    private static Party party(String name) {
        return name.equals("pot") ? Party.POT : Party.of(new MemberKey(name));
    }
}
