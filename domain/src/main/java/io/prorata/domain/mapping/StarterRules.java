package io.prorata.domain.mapping;

import static io.prorata.domain.ledger.ExpenseType.INCOME;
import static io.prorata.domain.ledger.ExpenseType.PROVISION;
import static io.prorata.domain.ledger.ExpenseType.TRANSFER;
import static io.prorata.domain.ledger.ExpenseType.VARIABLE;

import io.prorata.domain.ledger.ExpenseType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules a new household starts with, for the categories that banks usually write; the household can change them.
 *
 * <p>Everyday categories are listed although spending is VARIABLE anyway: a refund in one of them is money received, and has to stay in
 * its category instead of counting as income.
 */
public final class StarterRules {

    private static final Map<ExpenseType, List<String>> CATEGORIES = Map.of(
            TRANSFER,
                    List.of(
                            // Boursorama's names for both legs of a transfer between own accounts
                            "Mouvements internes créditeurs",
                            "Mouvements internes débiteurs",
                            "Virements émis de comptes à comptes",
                            "Virements reçus de comptes à comptes",
                            "Virements internes",
                            "Virement interne",
                            "Virements compte à compte",
                            "Comptes propres",
                            "Transfer",
                            "Transfers",
                            "Internal transfer",
                            "Internal transfers",
                            "Umbuchung",
                            "Umbuchungen",
                            "Eigene Konten",
                            "Traspaso",
                            "Traspasos",
                            "Traspaso entre cuentas"),
            PROVISION,
                    List.of(
                            "Épargne",
                            "Epargne",
                            "Épargne financière",
                            "Versement épargne",
                            "Placements",
                            "Assurance vie",
                            "Savings",
                            "Saving",
                            "Savings & Investments",
                            "Sparen",
                            "Ersparnisse",
                            "Ahorro",
                            "Ahorros"),
            INCOME,
                    List.of(
                            "Revenus",
                            "Revenus d'activité",
                            "Salaire",
                            "Salaires",
                            "Salaires et revenus d'activité",
                            "Allocations",
                            "Pensions et retraites",
                            "Income",
                            "Salary",
                            "Paycheck",
                            "Wages",
                            "Gehalt",
                            "Lohn",
                            "Einkommen",
                            "Nómina",
                            "Nómina y otras prestaciones",
                            "Ingresos"),
            VARIABLE,
                    List.of(
                            "Alimentation",
                            "Courses",
                            "Hyper/supermarché",
                            "Vie quotidienne",
                            "Restaurants",
                            "Restaurants, bars, discothèques…",
                            "Santé",
                            "Sante",
                            "Pharmacie",
                            "Remboursements",
                            "Remboursements frais de santé",
                            "Transport",
                            "Transports",
                            "Auto & Moto",
                            "Carburant",
                            "Logement",
                            "Loisirs",
                            "Loisirs et sorties",
                            "Shopping",
                            "Habillement",
                            "Vêtements et accessoires",
                            "Voyages",
                            "Voyages & Transports",
                            "Enfants",
                            "Animaux",
                            "Cadeaux",
                            "Abonnements & téléphonie",
                            "Services financiers & professionnels",
                            "Frais bancaires",
                            "Impôts & Taxes",
                            "Groceries",
                            "Food",
                            "Food & Groceries",
                            "Eating out",
                            "Entertainment",
                            "Health",
                            "Household",
                            "Housing",
                            "Bills",
                            "Holidays",
                            "Travel",
                            "General",
                            "Lebensmittel",
                            "Haushalt",
                            "Gesundheit",
                            "Mobilität",
                            "Freizeit",
                            "Freizeit & Unterhaltung",
                            "Medien & Elektronik",
                            "Bars & Restaurants",
                            "Wohnen",
                            "Reisen",
                            "Compras",
                            "Alimentación",
                            "Salud",
                            "Hogar",
                            "Ocio y viajes",
                            "Vehículo y transporte",
                            "Otros gastos"));

    /** The rules. */
    public static final CategoryMapping MAPPING = new CategoryMapping(
            CATEGORIES.entrySet().stream().flatMap(StarterRules::rules).toList());

    private StarterRules() {}

    private static Stream<CategoryRule> rules(Map.Entry<ExpenseType, List<String>> typed) {
        return typed.getValue().stream().map(category -> new CategoryRule(category, typed.getKey()));
    }
}
