package io.prorata.domain.plan;

import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.naming.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The provisions of a month, and those that have ended with a balance, by category.
 *
 * @param groups by name of category, those without one last
 */
public record Savings(MonthPlan plan, List<Group> groups, ProvisionTotals totals) {

    /** The provisions of one category, those in force in the order of display, then those that have ended. */
    public record Group(@Nullable String category, List<ProvisionLine> provisions, ProvisionTotals totals) {}

    /** Groups the provisions of {@code asked} by category. A name is that of a provision, else whatever case and accents. */
    public static Savings of(MonthPlan plan, CategoryChoice asked) {
        CategoryChoice choice = asked.among(plan.shownProvisions().stream()
                .map(line -> line.provision().card().category())
                .toList());
        List<ProvisionLine> chosen = plan.shownProvisions().stream()
                .filter(line -> choice.includes(line.provision().card().category()))
                .toList();
        Map<@Nullable String, List<ProvisionLine>> byCategory = new TreeMap<>(Naming.ORDER);
        chosen.forEach(line -> byCategory
                .computeIfAbsent(line.provision().card().category(), category -> new ArrayList<>())
                .add(line));
        List<Group> groups = new ArrayList<>();
        byCategory.forEach((category, lines) ->
                groups.add(new Group(category, List.copyOf(lines), ProvisionTotals.of(plan, lines))));
        return new Savings(plan, List.copyOf(groups), ProvisionTotals.of(plan, chosen));
    }
}
