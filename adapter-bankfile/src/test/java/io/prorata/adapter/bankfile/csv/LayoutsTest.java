package io.prorata.adapter.bankfile.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The layouts of {@code docs/bank-files.md} that are found by themselves. The files are made up. */
class LayoutsTest {

    @Test
    void boursoramaOf2019() throws IOException {
        assertReads(
                "boursorama-2019.csv",
                "EUR",
                1,
                "2019-02-28 -430 CARTE 27/02/19 LE FOURNIL [00040123456] Vie quotidienne/Alimentation",
                "2019-03-01 215000 VIR SALAIRE FEVRIER [00040123456] Revenus/Salaires et revenus d'activité",
                "2019-03-02 -30000 VIR LIVRET [00040123456]"
                        + " Mouvements internes débiteurs/Virements émis de comptes à comptes");
    }

    @Test
    void boursoramaOf2022() throws IOException {
        assertReads(
                "boursorama-2022.csv",
                "EUR",
                1,
                "2022-05-03 -3120 CARTE 02/05/22 MARCHE [00040123456] Vie quotidienne/Alimentation",
                "2022-05-04 -8600 PRLV SEPA ENERGIE [00040123456]"
                        + " Logement/Energie (électricité, gaz, fuel, chauffage...)",
                "2022-05-05 510 AVOIR MARCHE [00040123456] Vie quotidienne/Alimentation");
    }

    @Test
    void boursoramaOfToday() throws IOException {
        assertReads(
                "boursorama-today.csv",
                "EUR",
                1,
                "2025-09-01 -750 CARTE 31/08/25 CAFE DES ARTS CB*1234 [00040123456]"
                        + " Loisirs et sorties/Restaurants, bars, discothèques…",
                "2025-09-02 100000 VIR INST Anna [00040123456] Virements reçus/Virements reçus",
                "2025-09-02 100000 VIR INST Anna [00040123456] Virements reçus/Virements reçus");
    }

    @Test
    void frenchWithAPreambleAndTwoAmountColumns() throws IOException {
        assertReads(
                "french-debit-credit.csv",
                "EUR",
                5,
                "2024-03-29 -4590 PRLV ASSURANCE",
                "2024-03-30 125000 VIR ALLOCATIONS",
                "2024-03-31 -6000 RETRAIT DAB");
    }

    @Test
    void germanWithAPreambleAndTwoCurrencyColumns() throws IOException {
        assertReads("german.csv", "EUR", 6, "2024-05-02 -380 Bäckerei Groß", "2024-05-01 234567 Müller GmbH");
    }

    @Test
    void germanWithYearsOfTwoDigitsWhoseAccountOfThePayeeIsNotTheHouseholds() throws IOException {
        Readings read = read("german-savings-bank.csv", "EUR");
        assertEquals(List.of("2024-03-28 -2517 REWE [DE111]"), read.lines());
        assertEquals(refused(3, "not settled: Umsatz vorgemerkt"), read.refused());
    }

    @Test
    void germanWithAStateAndTheEurosSignInTheHeader() throws IOException {
        Readings read = read("dkb.csv", "EUR");
        assertEquals(List.of("2024-05-02 -420 2024-05-01 Debitk."), read.lines());
        assertEquals(refused(6, "not settled: Vorgemerkt"), read.refused());
    }

    @Test
    void germanWithOpenLinesInPlaceOfADate() throws IOException {
        Readings read = read("comdirect.csv", "EUR");
        assertEquals(List.of("2024-03-28 -7000 Auftraggeber: Stadtwerke"), read.lines());
        assertEquals(refused(6, "not settled: offen"), read.refused());
    }

    @Test
    void englishWithTheMonthFirst() throws IOException {
        assertReads("english.csv", "USD", 1, "2024-03-01 -450 COFFEE, THE CORNER", "2024-03-15 250000 PAYROLL");
    }

    @Test
    void spanish() throws IOException {
        assertReads("spanish.csv", "EUR", 1, "2024-02-28 -101240 Compra en Mercado", "2024-03-13 150000 Nómina");
    }

    @Test
    void dutchWithAColumnOfWordsForTheSign() throws IOException {
        assertReads(
                "dutch.csv",
                "EUR",
                1,
                "2024-03-05 -325 Bakker Bart [NL01INGB0000000001]",
                "2024-03-06 185000 Werkgever BV [NL01INGB0000000001]");
    }

    @Test
    void revolutCountsTheDayOfCompletionAndTheFee() throws IOException {
        Readings read = read("revolut.csv", "EUR");
        assertEquals(
                List.of("2024-03-01 -640 Boulangerie [Current]", "2024-03-02 -10050 To GBP [Current]"), read.lines());
        assertEquals(
                Map.of(
                        4, "not settled: PENDING",
                        5, "not settled: REVERTED",
                        6, "in GBP, and the household counts in EUR"),
                read.refused());
    }

    @Test
    void n26() throws IOException {
        assertReads(
                "n26.csv",
                "EUR",
                1,
                "2024-03-30 -1234 Corner Shop [Main Account]",
                "2024-04-01 210000 Employer [Main Account]");
    }

    @Test
    void n26FormerlyWithThePayeesAccountBehindThePayee() throws IOException {
        assertReads(
                "n26-former.csv",
                "EUR",
                1,
                "2019-06-01 -80000 Landlord Household & Utilities",
                "2019-06-02 -320 Bakery Food & Groceries");
    }

    @Test
    void n26InAnotherCurrencyThanTheHouseholds() throws IOException {
        assertEquals(
                Map.of(
                        2, "in EUR, and the household counts in GBP",
                        3, "in EUR, and the household counts in GBP"),
                read("n26.csv", "GBP").refused());
    }

    @Test
    void monzo() throws IOException {
        assertReads(
                "monzo.csv",
                "GBP",
                1,
                "2024-03-13 -395 PRET A MANGER LONDON #tx_0001 Eating out",
                "2024-03-25 180000 EMPLOYER LTD #tx_0002 Income");
    }

    @Test
    void ynab() throws IOException {
        assertReads(
                "ynab.csv",
                "USD",
                1,
                "2024-01-13 -150000 Landlord [Checking] Bills/Rent",
                "2024-01-15 43 Adjustment [Checking]");
    }

    @Test
    void ynabInAnotherCurrencyThanTheHouseholds() throws IOException {
        assertEquals(
                "the amount '$1,500.00' is not in EUR, the household's currency",
                read("ynab.csv", "EUR").refused().get(2));
    }

    @Test
    void swissWithApostrophes() throws IOException {
        assertReads("swiss.csv", "CHF", 1, "2024-03-31 -165000 Miete [CH00 1]", "2024-03-25 540050 Lohn [CH00 1]");
    }

    @Test
    void amountsWithoutSignsWhoseKindTellsSpentFromReceived() throws IOException {
        assertReads("kinds.csv", "EUR", 1, "2024-03-01 -2510 Grocer Groceries", "2024-03-02 190000 Employer Paycheck");
    }

    private static void assertReads(String file, String currency, int headerLine, String... lines) throws IOException {
        Readings read = read(file, currency);
        assertEquals(List.of(lines), read.lines());
        assertEquals(Map.of(), read.refused());
        assertEquals(OptionalInt.of(headerLine), read.reader().format().headerLine());
    }

    private static Map<Integer, String> refused(int line, String reason) {
        return Map.of(line, reason);
    }

    private static Readings read(String file, String currency) throws IOException {
        try (InputStream bytes =
                Objects.requireNonNull(LayoutsTest.class.getResourceAsStream("/bank-files/" + file), file)) {
            return Readings.of(bytes.readAllBytes(), Map.of(), Currency.getInstance(currency));
        }
    }
}
