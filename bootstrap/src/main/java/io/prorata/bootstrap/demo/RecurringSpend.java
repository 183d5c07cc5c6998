package io.prorata.bootstrap.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Recurring spending of the sample household.
 *
 * @param labels of the bank, one of them each time
 * @param seldom the minimum number a month
 * @param often the maximum number a month
 * @param cheapMinor the minimum amount in minor units
 * @param dearMinor the maximum amount; low amounts are more frequent
 */
record RecurringSpend(
        String category,
        String subcategory,
        List<String> labels,
        int seldom,
        int often,
        int cheapMinor,
        int dearMinor) {

    static final List<RecurringSpend> ALL = List.of(
            new RecurringSpend(
                    "Groceries",
                    "Supermarket",
                    List.of("HALLES DU QUAI", "SUPERMARCHE VERDUN", "COOP LES TILLEULS"),
                    6,
                    9,
                    1_850,
                    11_400),
            new RecurringSpend(
                    "Groceries", "Bakery", List.of("BOULANGERIE MERCIER", "FOURNIL ST JEAN"), 5, 9, 180, 1_240),
            new RecurringSpend("Groceries", "Market", List.of("MARCHE DES LICES"), 2, 4, 900, 3_600),
            new RecurringSpend(
                    "Eating out",
                    "Restaurant",
                    List.of("CHEZ OLGA", "TRATTORIA BELLA", "LE PETIT PONT"),
                    2,
                    5,
                    1_650,
                    7_200),
            new RecurringSpend("Eating out", "Café", List.of("CAFE DES ARTS", "TORREFACTION 21"), 2, 6, 240, 980),
            new RecurringSpend("Transport", "Fuel", List.of("STATION ROCADE SUD"), 1, 3, 3_200, 7_400),
            new RecurringSpend(
                    "Transport",
                    "Public transport",
                    List.of("TRAM ET BUS METROPOLE", "BILLETTERIE TRAIN"),
                    1,
                    3,
                    480,
                    6_900),
            new RecurringSpend("Health", "Pharmacy", List.of("PHARMACIE DU PARC"), 0, 2, 420, 3_800),
            new RecurringSpend("Entertainment", "Cinema", List.of("CINEMA LUX"), 0, 3, 780, 2_900),
            new RecurringSpend(
                    "Entertainment", "Books & games", List.of("LIBRAIRIE LE CHAT", "LUDOTHEQUE"), 0, 2, 890, 5_400),
            new RecurringSpend("Shopping", "Clothes", List.of("FRIPERIE CANAL", "ATELIER COTON"), 0, 2, 1_500, 9_900),
            new RecurringSpend(
                    "Household", "Hardware", List.of("QUINCAILLERIE MARTIN", "MEUBLES DU NORD"), 0, 2, 650, 12_900));

    int times(RandomGenerator random) {
        return random.nextInt(seldom, often + 1);
    }

    String label(RandomGenerator random) {
        return labels.get(random.nextInt(labels.size()));
    }

    /** Returns a random amount in minor units. */
    int costMinor(RandomGenerator random) {
        int once = random.nextInt(cheapMinor, dearMinor + 1);
        int again = random.nextInt(cheapMinor, dearMinor + 1);
        return Math.min(once, again);
    }
}
