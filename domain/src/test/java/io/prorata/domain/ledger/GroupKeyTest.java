package io.prorata.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GroupKeyTest {

    private static final Attribution OF_PROVISION = Attribution.USUAL.withLink(new PlanLink.Provision(3));
    private static final Attribution OF_BILL = Attribution.USUAL.withLink(new PlanLink.Bill(3));

    private static GroupKey key(ExpenseType type, Attribution attribution, boolean received) {
        return new GroupKey(type, "Courses", null, "FR1", attribution, received);
    }

    /** What came in of a provision is told apart only as long as the row names one. */
    @Test
    void anotherTypeKeepsOfTheAttributionWhatItCanHave() {
        GroupKey before = key(ExpenseType.VARIABLE, OF_PROVISION, true);
        for (ExpenseType type : ExpenseType.values()) {
            boolean fits = new PlanLink.Provision(3).fits(type);
            assertEquals(key(type, fits ? OF_PROVISION : Attribution.USUAL, fits), before.withType(type), type.name());
        }
        assertFalse(key(ExpenseType.VARIABLE, OF_PROVISION, false)
                .withType(ExpenseType.PROVISION)
                .received());
    }

    @Test
    void whatIsPaidOutOfAProvisionCountsThereAlone() {
        assertTrue(key(ExpenseType.VARIABLE, OF_PROVISION, false).isPaidFromProvision());
        assertFalse(key(ExpenseType.VARIABLE, OF_PROVISION, false).counts());
        assertFalse(key(ExpenseType.PROVISION, OF_PROVISION, false).isPaidFromProvision());
        assertTrue(key(ExpenseType.FIXED, OF_BILL, false).counts());
        assertFalse(key(ExpenseType.FIXED, Attribution.PERSONAL, false).counts());
    }
}
