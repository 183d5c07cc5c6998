package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.ReadOptions;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What banks call their columns, in French, English, German, Spanish and Dutch. */
final class HeaderWords {

    /**
     * The names of each role, folded, the one that serves best first. Of two dates the operation's comes before the booking's, and
     * the value date last: this order decides which month a line belongs to.
     */
    private static final Map<Role, List<String>> NAMES = Map.ofEntries(
            Map.entry(
                    Role.DATE,
                    words(
                            // of the operation
                            "dateop dateoperation datedeloperation datedoperation datetransaction datedetransaction",
                            "datedelatransaction transactiondate dateoftransaction operationdate transaktionsdatum",
                            "fechaoperacion fechadeoperacion foperacion transactiedatum",
                            // of completion, as Revolut has it
                            "completeddate datedefin datefin abschlussdatum datumdesabschlusses fechadefinalizacion",
                            // of the booking, or the only one
                            "date datum fecha data datetime dateheure timestamp created bookingdate buchungstag",
                            "buchungsdatum buchung bookedon posteddate postdate postingdate dateposted datecomptable",
                            "datecomptabilisation datedecomptabilisation datecompta fechacontable boekdatum boekingsdatum",
                            // of the beginning
                            "starteddate datededebut datedebut startdatum fechadeinicio",
                            // of the value
                            "valuedate datevaleur datedevaleur dateval wertstellung wertstellungsdatum",
                            "wertstellungvaluta valutadatum valuta fechavalor fechadevalor fvalor rentedatum")),
            Map.entry(
                    Role.LABEL,
                    words(
                            "label libelle libelleoperation libelledeloperation libellecomplet libelledetaille",
                            "description1 transactiondescription description desc details detail narrative narration",
                            "omschrijving naamomschrijving empfanger auftraggeberempfanger empfangerauftraggeber",
                            "beguenstigterzahlungspflichtiger begunstigterzahlungspflichtiger namezahlungsbeteiligter",
                            "zahlungsempfanger payee payeename partnername merchant merchantname verwendungszweck",
                            "paymentreference concepto descripcion descripciondelmovimiento remarque remarks wording",
                            "intitule nature natureoperation beneficiaire counterpartyname name nom libellesimplifie",
                            "zahlungsempfangerin zahlungspflichtiger mededelingen buchungstext movimiento observaciones",
                            "informationscomplementaires memo reference notes note comment commentaire")),
            Map.entry(
                    Role.AMOUNT,
                    words(
                            "amount montant montantoperation montantdeloperation montantdelatransaction",
                            "transactionamount betrag buchungsbetrag importe importo bedrag umsatz monto cantidad",
                            "valor value net netto montantnet summe")),
            Map.entry(
                    Role.DEBIT,
                    words(
                            "debit debits debitamount montantdebit montantaudebit debitmontant montantdebiteur soll",
                            "lastschrift belastung belastungen ausgang ausgange ausgabe ausgaben cargo cargos gasto",
                            "gastos outflow paidout moneyout withdrawal withdrawals withdrawalamount debetbedrag debet",
                            "af sortie sorties depense depenses uitgaven spent")),
            Map.entry(
                    Role.CREDIT,
                    words(
                            "credit credits creditamount montantcredit montantaucredit creditmontant montantcrediteur",
                            "haben gutschrift gutschriften eingang eingange einnahme einnahmen abono abonos ingreso",
                            "ingresos inflow paidin moneyin deposit deposits depositamount creditbedrag bij entree",
                            "entrees recette recettes inkomsten received")),
            Map.entry(
                    Role.SIGN,
                    words(
                            "sens sensdeloperation afbij sollhaben kzsollhaben sollhabenkennzeichen debitcredit",
                            "creditdebit debetcredit drcr crdr dc cd debitcreditindicator creditdebitindicator",
                            "creditdebitcode debitcreditcode")),
            Map.entry(Role.KIND, words("transactiontype type typeoperation typedoperation kind")),
            Map.entry(
                    Role.CATEGORY,
                    words(
                            "categoryparent parentcategory categorieparent categorieparente categorygroup",
                            "categorieprincipale maincategory hauptkategorie category categorie kategorie categoria",
                            "tag tags class rubrique")),
            Map.entry(
                    Role.SUBCATEGORY,
                    words("subcategory souscategorie unterkategorie subkategorie subcategoria subcategorie")),
            Map.entry(
                    Role.ACCOUNT,
                    words(
                            "accountnum accountnumber account accountname accountid compte numerodecompte numerocompte",
                            "numcompte nocompte ncompte konto kontonummer auftragskonto ibanauftragskonto rekening",
                            "rekeningnummer cuenta numerodecuenta accountlabel libellecompte kontobezeichnung product",
                            "produit produkt producto")),
            Map.entry(
                    Role.CURRENCY,
                    words(
                            "currency currencycode transactioncurrency ccy devise monnaie monn codedevise wahrung",
                            "waehrung whg moneda divisa munt muntsoort")),
            Map.entry(
                    Role.STATE,
                    words("state status transactionstatus etat statut estado zustand buchungsstatus bookingstatus")),
            Map.entry(Role.REMARK, words("info")),
            Map.entry(Role.FEE, words("fee frais gebuhr comision tarifa kosten")),
            Map.entry(
                    Role.BANK_ID,
                    words(
                            "transactionid idtransaction identifianttransaction idtransaccion transaktionsid",
                            "transaktionsnummer transaktionsnr numerodetransaction numerotransaction ndetransaction",
                            "notransaction transactionnumber transactienummer fitid id")));

    /** Names of the upper level that have the other category beside them as their lower level. */
    static final Set<String> PARENTS = Set.of(
            "categoryparent",
            "parentcategory",
            "categorieparent",
            "categorieparente",
            "categorygroup",
            "categorieprincipale",
            "maincategory",
            "hauptkategorie");

    /** Names of the other side, behind which an account is theirs and not the household's. */
    static final Set<String> PAYEES = Set.of(
            "payee",
            "empfanger",
            "auftraggeberempfanger",
            "empfangerauftraggeber",
            "beguenstigterzahlungspflichtiger",
            "begunstigterzahlungspflichtiger",
            "namezahlungsbeteiligter",
            "beneficiaire",
            "beneficiary",
            "counterparty",
            "counterpartyname",
            "partnername");

    /** Names of the date that comes with Revolut's fee. */
    static final Set<String> COMPLETION = Set.of(
            "completeddate", "datedefin", "datefin", "abschlussdatum", "datumdesabschlusses", "fechadefinalizacion");

    static final Set<String> OUT = Set.of(
            "d", "dr", "dbit", "debit", "debet", "s", "soll", "af", "cargo", "out", "withdrawal", "expense", "depense");

    static final Set<String> IN =
            Set.of("c", "cr", "crdt", "credit", "h", "haben", "bij", "abono", "in", "deposit", "income", "revenu");

    static final Set<String> SETTLED = Set.of(
            "completed",
            "complete",
            "settled",
            "booked",
            "book",
            "posted",
            "cleared",
            "reconciled",
            "executed",
            "processed",
            "gebucht",
            "umsatzgebucht",
            "verbucht",
            "abgeschlossen",
            "comptabilise",
            "comptabilisee",
            "termine",
            "terminee",
            "effectue",
            "effectuee",
            "execute",
            "executee",
            "valide",
            "validee",
            "passe",
            "completado",
            "completada",
            "contabilizado",
            "contabilizada",
            "realizado",
            "realizada",
            "voltooid",
            "geboekt",
            "verwerkt");

    static final Set<String> UNSETTLED = Set.of(
            "pending",
            "pdng",
            "authorised",
            "authorized",
            "authorisation",
            "authorization",
            "hold",
            "scheduled",
            "processing",
            "expected",
            "enattente",
            "encours",
            "avenir",
            "prevu",
            "prevue",
            "vorgemerkt",
            "umsatzvorgemerkt",
            "offen",
            "ausstehend",
            "pendiente",
            "enproceso",
            "inbehandeling",
            "gereserveerd",
            "reverted",
            "reversed",
            "declined",
            "failed",
            "cancelled",
            "canceled",
            "rejected",
            "expired",
            "void",
            "annule",
            "annulee",
            "rejete",
            "rejetee",
            "refuse",
            "refusee",
            "echoue",
            "echouee",
            "storniert",
            "abgelehnt",
            "fehlgeschlagen",
            "cancelado",
            "cancelada",
            "rechazado",
            "rechazada",
            "fallido",
            "fallida",
            "geannuleerd",
            "geweigerd",
            "mislukt");

    private static final Pattern BRACKETED =
            Pattern.compile("^(.*?)\\s*[(\\[]\\s*(?:(?:en|in)\\s+)?([^)\\]]*?)\\s*[)\\]]\\s*$");
    private static final Pattern IN_CURRENCY = Pattern.compile("^(.+?)\\s+(?:(?:en|in)\\s+)?(€|[A-Z]{3}|[Ee]uros?)$");

    private HeaderWords() {}

    /** A column's name: folded, and the currency that it states, if it does. */
    record Heading(String word, Optional<Currency> currency) {}

    /** Reads a column's name such as {@code Montant (EUR)}, {@code Umsatz in EUR} or {@code date_op}. */
    static Heading heading(String name) {
        for (Pattern form : List.of(BRACKETED, IN_CURRENCY)) {
            Matcher stated = form.matcher(name.strip());
            if (stated.matches()) {
                Optional<Currency> currency = Currencies.named(stated.group(2));
                if (currency.isPresent()) {
                    return new Heading(fold(stated.group(1)), currency);
                }
            }
        }
        return new Heading(fold(name), Optional.empty());
    }

    /** Returns the names of {@code role}, folded, the one that serves best first. */
    static List<String> names(Role role) {
        return NAMES.getOrDefault(role, List.of());
    }

    /** Returns whether any column of a bank file has this name. */
    static boolean isKnown(Heading heading) {
        return NAMES.values().stream().anyMatch(names -> names.contains(heading.word()));
    }

    /** Returns {@code text} in small letters and digits without accents, and nothing between them. */
    static String fold(String text) {
        return ReadOptions.fold(text);
    }

    private static List<String> words(String... lines) {
        return List.of(String.join(" ", lines).split(" ", -1));
    }
}
