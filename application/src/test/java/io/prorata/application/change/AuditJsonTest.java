package io.prorata.application.change;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.HOUSEHOLD;
import static io.prorata.application.Examples.MARCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Plans;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditJsonTest {

    /** Every record that the audit is given, by the use case that gives it. */
    private static final List<Class<?>> AUDITED = List.of(
            Household.class,
            Config.class,
            FixedExpense.class,
            Provision.class,
            Transaction.class,
            CategoryMapping.class,
            Import.class,
            ImportProfile.class,
            Plans.Moved.class,
            named("account.StateBalance$Stated"),
            named("access.TokenDraw$Granted"),
            named("access.RevokeToken$Revoked"),
            SortingRule.class,
            named("rule.OrderRules$RuleOrder"),
            named("ledger.ApplyRules$SortedRows"),
            named("ledger.ApplyMappings$Applied"),
            named("ledger.ChangeTransactions$Changed"),
            named("ledger.RecordTransactions$Batch"),
            named("category.RenameCategory$Renaming"),
            named("member.RenameMember$Renaming"),
            named("change.UndoRevision$Undo"),
            named("imports.MarkBills$Marked"),
            named("provision.MoveProvision$Noted"),
            named("provision.TakeBackMovement$TakenBack"));

    private static Class<?> named(String name) {
        try {
            return Class.forName("io.prorata.application." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTransactionIsAnObject() {
        var transaction = new Transaction(
                7,
                new BankLine("1234", MARCH.atDay(10), new Money(-4210), "Café \"Le\\Coq\" 2", null),
                new Classification(ExpenseType.VARIABLE, "Eating out", null, false),
                TypedBy.PERSON,
                new TreeSet<>(Set.of("trip", "fun")));

        assertEquals(
                "{\"attribution\":{\"common\":true,\"link\":null,\"payer\":null,\"source\":null,\"split\":null},"
                        + "\"choices\":{\"bank_category\":null,\"by_person\":[],\"by_rule\":{}},\"classification\":{\"category\":\"Eating"
                        + " out\",\"excluded\":false,\"subcategory\":null,\"type\":\"VARIABLE\"},\"id\":7,"
                        + "\"line\":{\"account\":\"1234\",\"amount\":-4210,\"bank_id\":null,\"date\":\"2024-03-10\",\"label\":\"Café"
                        + " \\\"Le\\\\Coq\\\" 2\"},\"note\":null,\"tags\":[\"fun\",\"trip\"],\"typed_by\":\"PERSON\"}",
                AuditJson.of(transaction));
    }

    @Test
    void alternativesSayWhichTheyAre() {
        var rent = new FixedTerms(new Money(120_001), Frequency.MONTHLY, new LineSplit.ByWeights(Map.of(B, 2L, A, 1L)));
        var bill = new FixedExpense(1, "Rent", "Housing", "Housing", Timeline.from(MARCH, rent));

        assertEquals(
                "{\"category\":\"Housing\",\"id\":1,\"label\":\"Rent\",\"paid_by\":\"Housing\","
                        + "\"terms\":{\"entries\":[{\"from\":\"2024-03\",\"terms\":{\"amount\":120001,\"due\":null,\"frequency\":\"MONTHLY\","
                        + "\"split\":{\"kind\":\"by_weights\",\"weights\":{\"anna\":1,\"bruno\":2}}}}]}}",
                AuditJson.of(bill));
    }

    @Test
    void settingsAreText() {
        assertEquals(
                "{\"currency\":\"EUR\",\"members\":[{\"key\":\"anna\",\"name\":\"Anna\"},{\"key\":\"bruno\",\"name\":\"Bruno\"}],\"name\":\"Rue"
                        + " des Lilas\",\"zone\":\"Europe/Paris\"}",
                AuditJson.of(HOUSEHOLD));
        assertNull(AuditJson.of(null));
    }

    @Test
    void whatHasNoStableFormIsRefused() {
        record Odd(Object any) {}

        assertThrows(IllegalArgumentException.class, () -> AuditJson.of(new Odd(new Object())));
    }

    /**
     * Whoever reads the audit of old relies on the names. A component that is renamed needs another way to keep its name there; one that
     * is added is added to the file.
     */
    @Test
    void namesStayAsTheyAre() throws Exception {
        Map<String, String> names = new TreeMap<>();
        AUDITED.forEach(type -> gather(type, names));
        String text = names.entrySet().stream()
                .map(record -> record.getKey() + ": " + record.getValue() + "\n")
                .collect(Collectors.joining());

        try (InputStream kept = AuditJsonTest.class.getResourceAsStream("/audit-names.txt")) {
            assertEquals(new String(Objects.requireNonNull(kept).readAllBytes(), StandardCharsets.UTF_8), text);
        }
    }

    private static void gather(Type type, Map<String, String> names) {
        switch (type) {
            case ParameterizedType generic -> {
                gather(generic.getRawType(), names);
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> gather(argument, names));
            }
            case Class<?> plain -> gather(plain, names);
            default -> {
                // A type variable: its records are among the arguments.
            }
        }
    }

    private static void gather(Class<?> type, Map<String, String> names) {
        Class<?> @Nullable [] alternatives = type.getPermittedSubclasses();
        if (alternatives != null) {
            Arrays.stream(alternatives).forEach(alternative -> gather(alternative, names));
        }
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || names.containsKey(type.getName())) {
            return;
        }
        names.put(
                type.getName(),
                Arrays.stream(components)
                        .map(component -> AuditJson.name(component.getName()))
                        .sorted()
                        .collect(Collectors.joining(", ")));
        Arrays.stream(components).forEach(component -> gather(component.getGenericType(), names));
    }
}
