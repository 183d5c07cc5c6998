package io.prorata.adapter.bankfile.written;

import io.prorata.application.bankfile.ReadOptions;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words and letters with which banks tell what was spent from what was received: French, English, German, Spanish, Dutch, Italian,
 * Portuguese, Polish, Czech, Hungarian, Swedish, Danish, Norwegian, Finnish, Romanian, Turkish and Russian.
 */
public final class SignWords {

    private static final Set<String> SPENT = set(
            "d dr db dbit debit debits debited debet af out outgoing withdrawal withdrawals expense expenses spent"
                    + " paidout moneyout",
            "depense depenses sortie sorties soll belastung lastschrift ausgang ausgabe auszahlung abgang",
            "cargo debe gasto egreso egresos salida retiro adeudo uitgave uitgaven uitgaand",
            "dare uscita uscite addebito spesa debito saida saidas despesa",
            "wn winien obciazenie wydatek wychodzacy wychodzaca wyplata vydaj vydaje odchozi madati terheles kiadas"
                    + " kimeno",
            "uttag utgift utgifter ut ud udgift udbetaling utbetaling haevning otto menot debitare cikis gider",
            "purchase purchases achat achats kauf einkauf compra compras acquisto acquisti aankoop zakup nakup kop kjop"
                    + " kjøp kob køb osto vasarlas",
            "дебет расход списание -");

    private static final Set<String> RECEIVED = set(
            "c cr crdt credit credits credited bij in incoming deposit deposits income received paidin moneyin",
            "revenu revenus entree entrees haben gutschrift eingang einnahme einzahlung zugang",
            "abono haber ingreso ingresos entrada entradas inkomst inkomsten inkomend bijschrijving",
            "avere entrata entrate accredito incasso credito receita",
            "ma uznanie przychod przychodzacy przychodzaca wplyw wplata prijem prijmy prichozi dal jovairas bevetel"
                    + " bejovo",
            "insattning inkomst inkomster inn ind indtaegt indtægt indbetaling innbetaling pano tulot kredit creditare"
                    + " giris gelir",
            "кредит приход зачисление поступление пополнение +");

    /** Letters mean something beside their counterpart: spent, received. */
    private static final List<List<String>> LETTERS = List.of(
            List.of("d", "c"),
            List.of("dr", "cr"),
            List.of("db", "cr"),
            List.of("d", "k"),
            List.of("d", "h"),
            List.of("s", "h"),
            List.of("w", "d"),
            List.of("c", "a"),
            List.of("b", "a"),
            List.of("t", "j"),
            List.of("s", "e"),
            List.of("e", "i"),
            List.of("o", "i"),
            List.of("wn", "ma"));

    private SignWords() {}

    /** Returns {@code text} in the form in which these words are compared: a sign stays one. */
    public static String fold(String text) {
        return switch (text.strip()) {
            case "+" -> "+";
            case "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212" -> "-";
            default -> ReadOptions.fold(text);
        };
    }

    /** Returns what a folded word says by itself; letters that depend on others say nothing. */
    static Optional<Direction> of(String word) {
        return SPENT.contains(word)
                ? Optional.of(Direction.SPENT)
                : RECEIVED.contains(word) ? Optional.of(Direction.RECEIVED) : Optional.empty();
    }

    /**
     * Returns what each of {@code words}, the values of one column, says beside the others.
     *
     * @param named whether the column's name says that its values tell: a letter may then stand without its counterpart
     */
    public static Map<String, Direction> of(Collection<String> words, boolean named) {
        List<String> letters = words.stream().filter(SignWords::isLetter).toList();
        Optional<List<String>> pair = LETTERS.stream()
                .filter(both -> both.containsAll(letters) && (letters.size() == 2 || named))
                .findFirst();
        Map<String, Direction> told = new HashMap<>();
        for (String word : words) {
            if (!isLetter(word) || letters.size() > 2) {
                of(word).ifPresent(direction -> told.put(word, direction));
            } else if (pair.isPresent()) {
                told.put(word, word.equals(pair.get().get(0)) ? Direction.SPENT : Direction.RECEIVED);
            }
        }
        return told;
    }

    private static boolean isLetter(String word) {
        return LETTERS.stream().anyMatch(pair -> pair.contains(word));
    }

    private static Set<String> set(String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
