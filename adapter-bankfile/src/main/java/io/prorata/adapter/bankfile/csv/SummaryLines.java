package io.prorata.adapter.bankfile.csv;

import io.prorata.application.bankfile.Quoted;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises lines that sum up others: opening and closing balances, turnovers, totals. All of such a text is of the words of summing
 * up; one word more, as in the name of a shop, and it is a label like any other.
 */
final class SummaryLines {

    private static final int LONGEST = 80;

    /** Danish, of two words that mean other things by themselves. */
    private static final Pattern IN_ALL = Pattern.compile("\\bi alt\\b");

    private static final Set<String> CORE = set(
            "balance balances solde soldes saldo saldi saldos kontostand kontosaldo zustatek egyenleg bakiye sold sald",
            "total totals totaux subtotal soustotal totale totali totaal totalen totales totais gesamt gesamtsumme",
            "gesamtbetrag summe summen zwischensumme endsumme sum suma summa somma som soma razem lacznie celkem"
                    + " soucet",
            "osszesen osszeg toplam yhteensa ialt sammenlagt samtals",
            "turnover turnovers obrat obraty obroty forgalom omzet omsattning omsætning umsatzsumme mouvements",
            "anfangssaldo anfangsbestand endsaldo endbestand schlusssaldo schlussaldo saldovortrag",
            "beginsaldo eindsaldo openingssaldo slotsaldo beginstand eindstand alkusaldo loppusaldo startsaldo"
                    + " sluttsaldo",
            "остаток сальдо итого оборот обороты баланс");

    private static final Set<String> BESIDE = set(
            "opening closing starting ending beginning begin start end initial initiale initiaal final finale finaal",
            "ancien nouveau precedent precedente anterior previous brought carried forward bf cf available current",
            "ledger booked account konto kontos compte comptes cuenta conta conto rachunku uctu szamla rekening",
            "debit debits credit credits debiteur crediteur disponible disponibile disponivel comptable contabile",
            "spent received paid payments period day statement old new alter neuer altes neues vieux",
            "poczatkowe poczatkowy koncowe koncowy poczatku koncu dostepne pocatecni konecny konecna pocatecna",
            "nyito zaro ingaende utgaende inngaende utgaende iniziale inicial inicio fin fine mes mois jour veille",
            "grand general generale ubertrag operations operation transactions transaction transakcji movimenti"
                    + " movimientos",
            "mouvement mouvement number nombre anzahl lines rows stan stav stand bilan neu alt neuer aktueller aktuell",
            "входящий исходящий начальный конечный на начало конец периода",
            // between words, and dates
            "a au aux the of at as on du de del della di da do des le la les les am zum per vom vor nach op aan bij pr"
                    + " den na ke",
            "k dzien dni dne ze z et and und y e i en in alt eur euro euros usd gbp chf",
            "januar january janvier enero januari gennaio janeiro februar february fevrier febrero februari febbraio",
            "marz march mars marzo maart april avril abril aprile mai may mayo mei maggio maio juni june juin junio"
                    + " giugno",
            "juli july juillet julio luglio august aout agosto augustus september septembre septiembre settembre",
            "oktober october octobre octubre ottobre november novembre noviembre dezember december decembre diciembre"
                    + " dicembre");

    private SummaryLines() {}

    /** Returns why {@code text}, a line's label or first field, is one of a summary and not of a transaction. */
    static Optional<String> reason(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isOfThem(word(text, 0))) {
            return Optional.empty();
        }
        String[] words = IN_ALL.matcher(folded(text)).replaceAll("ialt").split("[^\\p{L}]+", -1);
        boolean core = false;
        for (String word : words) {
            if (!word.isEmpty() && !isOfThem(word)) {
                return Optional.empty();
            }
            core |= CORE.contains(word);
        }
        return core ? Optional.of("a balance or a total, and no transaction: " + Quoted.of(text)) : Optional.empty();
    }

    private static boolean isOfThem(String word) {
        return CORE.contains(word) || BESIDE.contains(word);
    }

    /** Returns the first word, folded only as far as it is needed, since every line is asked. */
    private static String word(String text, int from) {
        int begin = from;
        while (begin < text.length() && !Character.isLetter(text.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end - begin > 20 ? "" : folded(text.substring(begin, end));
    }

    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower)
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .replace("ł", "l")
                        .replace("ß", "ss");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> set(String... lines) {
        Set<String> words = new HashSet<>();
        Arrays.stream(lines).forEach(line -> words.addAll(Arrays.asList(line.split(" ", -1))));
        return Set.copyOf(words);
    }
}
