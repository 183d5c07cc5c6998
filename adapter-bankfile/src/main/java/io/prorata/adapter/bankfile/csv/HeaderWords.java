package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.written.Currencies;
import io.prorata.adapter.bankfile.written.CurrencyWords;
import io.prorata.application.bankfile.ReadOptions;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What banks call their columns: French, English, German, Spanish, Dutch, Italian, Portuguese, Polish, Czech, Hungarian, Swedish, Danish,
 * Norwegian, Finnish, Romanian, Turkish, Russian and Japanese.
 */
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
                            "fechaoperacion fechadeoperacion foperacion fechatransaccion fechadelatransaccion",
                            "transactiedatum purchasedate dateofpurchase datedachat dateachat belegdatum kaufdatum",
                            "dataoperazione datadelloperazione dataoperacji datatransakcji datumtransakce"
                                    + " datumprovedeni",
                            "tranzakciodatuma tranzakcioidopontja transaktionsdato transaksjonsdato kopdatum kopdato",
                            "kjopsdato tapahtumapaiva maksupaiva datatransacao datadatransacao dataoperacao"
                                    + " datamovimento",
                            "datadomovimento datatranzactiei islemtarihi датаоперации датасовершенияоперации",
                            "transaktionsdag transaksjonsdag transdate transactiondateandtime transactiondatetime datamov",
                            "tranzakciodatumaesideje utfortdato utførtdato",
                            // of completion, as Revolut and Wise have it
                            "completeddate datedefin datefin abschlussdatum datumdesabschlusses fechadefinalizacion",
                            "finishedon datadizakonczenia datazakonczenia datadifine datadecompletare",
                            // of the booking, or the only one
                            "date datum fecha data dato datetime dateheure timestamp created createdon bookingdate",
                            "buchungstag buchungsdatum buchung bookedon bookeddate posteddate postdate postingdate",
                            "dateposted dateprocessed processeddate postedtransactionsdate datecomptable",
                            "datecomptabilisation datedecomptabilisation datecompta fechacontable fechamovimiento",
                            "boekdatum boekingsdatum datacontabile dataregistrazione dataksiegowania",
                            "datazaksiegowania datumzauctovani datumuctovani konyvelesdatuma konyvelesnapja",
                            "konyvelesidatum bokforingsdag bokforingsdatum bokfortdato bokfort bogforingsdato",
                            "bogføringsdato bogfort bogført bokført kirjauspaiva kirjauspvm pvm paiva paivamaara",
                            "datalancamento datadolancamento datacontabil datainregistrarii tarih дата 日付 取引日",
                            "reskontradatum bokforingsdato bokføringsdato datarozliczenia datumsplatnosti datalanc",
                            "clearingdate postingsdato",
                            // of the beginning
                            "starteddate datededebut datedebut startdatum fechadeinicio datarozpoczecia datadiinizio",
                            // of the value
                            "valuedate valuedat datevaleur datedevaleur dateval wertstellung wertstellungsdatum",
                            "wertstellungvaluta valutadatum valuta fechavalor fechadevalor fvalor rentedatum",
                            "datavaluta datadivaluta datawaluty datumvaluty ertekelesnapja erteknap valutadag",
                            "valutadato rentedato arvopaiva datavalor datadovalor датавалютирования wert value")),
            Map.entry(
                    Role.LABEL,
                    words(
                            "label libelle libelleoperation libelledeloperation libellecomplet libelledetaille affilie",
                            "description1 descrizionecompleta descrizioneestesa transactiondescription description desc details detail narrative narration",
                            "notificationtext text texte textmottagare rubrik bookingtext omschrijving naamomschrijving namedescription",
                            "descrizione descrizioneoperazione descrizionemovimento descricao descricaodomovimento",
                            "descrizioneoperazioni causaledescrizione lancamento historico title titre titel titulo kuvaus tekstas",
                            "detaildelecriture omschrijving1 popisproprijemce zprava poznamkakuhrade",
                            "opis opisoperacji opistransakcji tytul tytulem tytulprzelewu popis popistransakce",
                            "zpravaproprijemce poznamka leiras kozlemeny kozlemeny megjegyzes beskrivning beskrivelse",
                            "specifikation tekst forklaring selite viesti saaja saajamaksaja saajannimi descriere detalii"
                                    + " aciklama",
                            "описание название назначениеплатежа 摘要 内容 beschreibung",
                            "targetname party namn vorgangverwendungszweck empfanger auftraggeberempfanger empfangerauftraggeber",
                            "beguenstigterzahlungspflichtiger begunstigterzahlungspflichtiger namezahlungsbeteiligter",
                            "zahlungsempfanger payee payeename partnername partnerneve merchant merchantname",
                            "counterpartyname counterparty beneficiarypayer appearsonyourstatementas",
                            "name nom verwendungszweck zweck",
                            "paymentreference concepto descripcion descripciondelmovimiento remarque remarks wording",
                            "intitule nature natureoperation beneficiaire beneficiary libellesimplifie",
                            "tegenrekeninghouder naamtegenrekening naamtegenpartij naambegunstigde tegenpartij",
                            "nazwakontrahenta kontrahent nadawcaodbiorca odbiorca nazovprotiuctu nazevprotiuctu",
                            "danekontrahenta odbiorcazleceniodawca senderempfanger begunstigterauftraggeber partnerelnevezese navn",
                            "counterparty1 counterpartyname1 protistrana",
                            "nazevprotistrany auftraggeberzahlungsempfanger empfangerzahlungspflichtiger kedvezmenyezett mottagare modtager mottaker beneficiario",
                            "zahlungsempfangerin zahlungspflichtiger zahlungspflichtigerr mededelingen mededeling",
                            "vrijemededeling notifications buchungstext movimiento observaciones",
                            "informationscomplementaires memo reference notes note comment commentaire causale",
                            "operazione dettagli dettaglio szczegoly masdatos selitys uzivatelskaidentifikace systemovypopis",
                            "popisprikazce oznacenioperace",
                            // no text but its kind
                            "transactiontype typeoperation typedoperation umsatzart transaktionstyp typtransakcji typ tipo type")),
            Map.entry(
                    Role.AMOUNT,
                    words(
                            "amount montant montantoperation montantdeloperation montantdelatransaction",
                            "transactionamount amountinaccountcurrency betrag buchungsbetrag importe importo bedrag",
                            "umsatz monto cantidad kwota kwotaoperacji kwotatransakcji kwotawwalucierachunku castka",
                            "castkavmeneuctu objem zauctovanacastka osszeg tranzakcioosszege belopp belop beløp belob",
                            "beløb summa maara maaraeur maaraeuroa quantia importancia valor suma tutar сумма суммаоперации 金額",
                            "sourceamountafterfees paymentamount debitcreditamount montante transactiebedrag",
                            "kwotatransakcjiwalutarachunku castkavmene",
                            "value net netto montantnet summe gross brutto")),
            Map.entry(
                    Role.DEBIT,
                    words(
                            "debit debits debitamount amountdebit montantdebit montantaudebit debitmontant",
                            "montantdebiteur soll lastschrift belastung belastungen ausgang ausgange ausgabe ausgaben",
                            "cargo cargos debe gasto gastos retiro retiros outflow paidout moneyout withdrawal",
                            "withdrawals withdrawalamount debetbedrag debet af sortie sorties depense depenses retrait",
                            "retraits uitgaven spent uscite uscita addebiti addebito dare importodare wydatki wydatek",
                            "obciazenie obciazenia vydaje vydaj terheles terhelesek kiadas kiadasok debito debitos",
                            "saida saidas despesa despesas uttag utgifter utgift utbetaling utbetalinger utfrakonto ut",
                            "beloput beløput ud udbetaling hævet otto otot menot borc debitare расход списание дебет",
                            "お支払金額 出金額 出金 お引出し")),
            Map.entry(
                    Role.CREDIT,
                    words(
                            "credit credits creditamount amountcredit montantcredit montantaucredit creditmontant",
                            "montantcrediteur haben gutschrift gutschriften eingang eingange einnahme einnahmen",
                            "abono abonos haber ingreso ingresos inflow paidin moneyin deposit deposits depositamount",
                            "creditbedrag bij entree entrees recette recettes versement versements inkomsten received",
                            "entrate entrata accrediti accredito avere importoavere wplywy wplyw uznanie uznania",
                            "prijmy prijem jovairas jovairasok bevetel bevetelek credito creditos entrada entradas",
                            "receita receitas insattning insattningar innbetaling innbetalinger innpakonto inn ind",
                            "belopinn beløpinn indbetaling indsat pano panot tulot alacak creditare приход зачисление кредит",
                            "お預り金額 入金額 入金 お預入れ")),
            Map.entry(
                    Role.SIGN,
                    words(
                            "sens sensdeloperation afbij bijaf sollhaben habensoll kzsollhaben sollhabenkennzeichen",
                            "debitcredit creditdebit debetcredit creditdebet debitcredito debitocredito creditodebito",
                            "debitorcredit creditordebit drcr crdr drorcr crordr dc cd dk kd sh debitcreditindicator",
                            "creditdebitindicator creditdebitcode debitcreditcode dcindicator direction richtung",
                            "debehaber cargoabono dareavere segno naturezadc wnma winienma strona madatidal",
                            "terhelesjovairas irany inout balanceimpact plusminus vorzeichen smeruhrady smerplatby")),
            Map.entry(
                    Role.KIND,
                    words(
                            "transactiontype type typeoperation typedoperation kind umsatzart umsatztyp"
                                    + " transaktionstyp",
                            "tipo tipomovimiento tipodemovimiento tipooperacion tipooperazione tipomovimento",
                            "rodzajtransakcji rodzajoperacji typtransakcji typoperacji typpohybu typ transaktionstype",
                            "transaksjonstype tapahtumalaji laji typebetaling mutatiesoort soort buchungsart",
                            "tranzakciotipusa tipus typuhrady typtransakce")),
            Map.entry(
                    Role.CATEGORY,
                    words(
                            "categoryparent parentcategory categorieparent categorieparente categorygroup",
                            "categorieprincipale maincategory hauptkategorie category categorie kategorie categoria",
                            "kategoria kategori luokka tag tags class rubrique spendingcategory")),
            Map.entry(
                    Role.SUBCATEGORY,
                    words("subcategory souscategorie unterkategorie subkategorie subcategoria subcategorie"
                            + " podkategoria")),
            Map.entry(
                    Role.ACCOUNT,
                    words(
                            "accountnum accountnumber accountno account accountname accountid postedaccount compte",
                            "numerodecompte numerocompte numcompte nocompte ncompte konto kontonummer kontonr",
                            "auftragskonto ibanauftragskonto rekening rekeningnummer cuenta numerodecuenta",
                            "accountlabel libellecompte kontobezeichnung numerrachunku nrrachunku rachunek cislouctu",
                            "szamlaszam szamla contocorrente numeroconto conto conta numerodaconta tili tilinumero",
                            "ibanbban konyvelesiszamla numerrachunkukarty ibankontoinhaber",
                            "hesapno hesap счет номерсчета product produit produkt producto")),
            Map.entry(
                    Role.CURRENCY,
                    words(
                            "currency currencycode transactioncurrency ccy devise monnaie monn codedevise wahrung",
                            "waehrung whg moneda divisa munt muntsoort valutacode waluta mena devizanem penznem"
                                    + " valuutta",
                            "osszegdevizaneme menauctu",
                            "moeda moneta parabirimi валюта postedcurrency accountcurrency sourcecurrency valuta")),
            Map.entry(
                    Role.STATE,
                    words(
                            "state status transactionstatus etat statut estado zustand buchungsstatus bookingstatus",
                            "stav stan statustransakcji allapot tila stato situacao contabilizzazione статус")),
            Map.entry(Role.REMARK, words("info")),
            Map.entry(
                    Role.FEE,
                    words(
                            "fee fees frais gebuhr gebuhren comision tarifa kosten sourcefeeamount totalfees"
                                    + " commission",
                            "commissioni commissione prowizja poplatek dij avgift gebyr kulut taxa")),
            Map.entry(
                    Role.BANK_ID,
                    words(
                            "transactionid idtransaction identifianttransaction idtransaccion transaktionsid",
                            "transaktionsnummer transaktionsnr numerodetransaction numerotransaction ndetransaction",
                            "notransaction transactionnumber transactienummer transferwiseid transactiereferentie",
                            "transferreference archiverungskennung arkistointitunnus numertransakcji idtransakcji",
                            "idoperacji idpohybu idtransakce idtransazione iddatransacao transactionreference",
                            "tranzakcioazonosito identifikacetransakce numerreferencyjny nrtransakcji verifikationsnummer",
                            "banktransactionid bankreference uniqueid fitid id")),
            Map.entry(
                    Role.BALANCE,
                    words(
                            "balance runningbalance resultingbalance closingbalance accountbalance balanceafter",
                            "balanceaftertransaction newbalance solde soldeapresoperation soldeprogressif",
                            "runningbal disponible saldos",
                            "kontostand saldo saldonachbuchung saldonatrn saldonamutatie saldonaboeking saldoapos",
                            "saldoposmovimiento saldocontabile saldopooperacji saldopotransakcji saldokoncowe zustatek",
                            "zustatekpozauctovani egyenleg konyveltegyenleg bokfortsaldo sold bakiye остаток 残高"
                                    + " 差引残高")));

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
            "beneficiarypayer",
            "auftraggeberzahlungsempfanger",
            "empfangerzahlungspflichtiger",
            "naamtegenrekening",
            "tegenrekeninghouder",
            "counterparty",
            "counterpartyname",
            "partnername");

    /** Names of an amount that may mean a date or something else beside columns of spent and received. */
    static final Set<String> WEAK_AMOUNTS =
            Set.of("value", "valor", "net", "netto", "summe", "umsatz", "gross", "brutto");

    /** Names of the date that comes with a fee on top of the amount, as Revolut and Wise have it. */
    static final Set<String> COMPLETION = Set.of(
            "completeddate",
            "finishedon",
            "datedefin",
            "datefin",
            "abschlussdatum",
            "datumdesabschlusses",
            "fechadefinalizacion");

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
                Set<String> codes = CurrencyWords.of(stated.group(2));
                if (!codes.isEmpty()) {
                    // A sign of several currencies is taken for the household's.
                    Optional<Currency> one = codes.size() == 1
                            ? Currencies.named(codes.iterator().next())
                            : Optional.empty();
                    return new Heading(ReadOptions.fold(stated.group(1)), one);
                }
            }
        }
        return new Heading(ReadOptions.fold(name), Optional.empty());
    }

    /** Returns the names of {@code role}, folded, the one that serves best first. */
    static List<String> names(Role role) {
        return NAMES.getOrDefault(role, List.of());
    }

    /** Returns whether any column of a bank file has this name. */
    static boolean isKnown(Heading heading) {
        return NAMES.values().stream().anyMatch(names -> names.contains(heading.word()));
    }

    private static List<String> words(String... lines) {
        return List.of(String.join(" ", lines).split(" ", -1));
    }
}
