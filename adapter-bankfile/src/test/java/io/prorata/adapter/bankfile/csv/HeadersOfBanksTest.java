package io.prorata.adapter.bankfile.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Columns as banks name them, each with a line made up for it. */
class HeadersOfBanksTest {

    private static void assertRead(String currency, String text, String... lines) {
        Readings readings =
                Readings.of(text.getBytes(StandardCharsets.UTF_8), Map.of(), Currency.getInstance(currency));
        assertEquals(Map.of(), readings.refused(), text);
        assertEquals(List.of(lines), readings.lines(), text);
    }

    @Test
    void swedishDanishNorwegianAndFinnish() {
        assertRead("SEK", """
                Radnr,Kontonr,Valuta,Bokföringsdag,Transaktionsdag,Valutadag,Referens,Beskrivning,Belopp,Bokfört saldo
                1,123,SEK,2024-02-02,2024-02-01,2024-02-02,ICA,ICA MAXI,-12.50,100.00
                """, "2024-02-01 -1250 ICA MAXI [123]");
        assertRead("DKK", """
                Dato;Tekst;Beløb;Saldo;Status;Afstemt
                13.02.2024;Netto;-12,50;100,00;Udført;Nej
                """, "2024-02-13 -1250 Netto");
        assertRead("NOK", """
                Utført dato;Bokført dato;Rentedato;Beskrivelse;Fra konto;Beløp inn;Beløp ut;Valuta;Status
                2024-02-01;2024-02-02;2024-02-02;REMA;1;;-12,50;NOK;Bokført
                2024-02-13;2024-02-13;2024-02-13;LØNN;1;1000,00;;NOK;Bokført
                """, "2024-02-01 -1250 REMA", "2024-02-13 100000 LØNN");
        assertRead("EUR", """
                Kirjauspäivä;Maksupäivä;Summa;Tapahtumalaji;Maksaja;Saajan nimi;Viesti;Arkistointitunnus
                01.02.2024;31.01.2024;-12,50;Korttiosto;;K-MARKET;;2024
                """, "2024-01-31 -1250 K-MARKET #2024");
    }

    @Test
    void polishCzechAndHungarian() {
        assertRead("PLN", """
                Data transakcji;Data księgowania;Dane kontrahenta;Tytuł;Szczegóły;Nr transakcji;Kwota transakcji (waluta rachunku);Waluta
                2024-02-01;2024-02-02; BIEDRONKA ; Zakup ;TR.KART;20240A;-12,50;PLN
                """, "2024-02-01 -1250 Zakup #20240A");
        assertRead("CZK", """
                Datum provedení;Směr úhrady;Typ úhrady;Měna účtu;Částka v měně účtu;Název protistrany;Poznámka k úhradě
                01/02/2024;ODCHOZÍ;Platba kartou;CZK;12,50;Albert;
                13/02/2024;PŘÍCHOZÍ;Příchozí úhrada;CZK;1000,00;Firma;Výplata
                """, "2024-02-01 -1250 Albert", "2024-02-13 100000 Výplata");
        assertRead("HUF", """
                könyvelés dátuma;tranzakció azonosító ;típus;könyvelési számla;partner elnevezése;összeg;összeg devizaneme;közlemény
                2024.02.01;A1;Kártyás vásárlás;1040;SPAR;-1250;HUF;SPAR BP
                """, "2024-02-01 -125000 SPAR BP [1040] #A1");
    }

    @Test
    void italianAndPortuguese() {
        assertRead("EUR", """
                Data;Operazione;Dettagli;Conto o carta;Contabilizzazione;Categoria;Valuta;Importo
                13/02/2024;Esselunga;Pagamento;Conto 1;CONTABILIZZATO;Spesa;EUR;-12,50
                """, "2024-02-13 -1250 Esselunga Spesa");
        assertRead("EUR", """
                Data lançamento;Data valor;Descrição;Montante;Tipo;Saldo
                13-02-2024;13-02-2024;CONTINENTE;-12,50;Débito;100,00
                """, "2024-02-13 -1250 CONTINENTE");
        // A sign that is one currency's alone says so, and one of several is taken for the household's.
        assertRead("BRL", """
                data;lançamento;valor (R$);saldos (R$)
                13/02/2024;PIX LOJA;-12,50;100,00
                """, "2024-02-13 -1250 PIX LOJA");
        assertRead("SEK", """
                Datum;Text;Belopp (kr)
                2024-02-13;ICA;-12,50
                """, "2024-02-13 -1250 ICA");
    }
}
