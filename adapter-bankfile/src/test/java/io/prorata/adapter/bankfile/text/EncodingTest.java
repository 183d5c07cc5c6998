package io.prorata.adapter.bankfile.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.adapter.bankfile.csv.Readings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** In what letters a file is written is told by its bytes. */
class EncodingTest {

    private static final String FRENCH =
            "Épicerie du marché;Café à emporter;Boulangerie Noël;Reçu n° 12;Prélèvement SEPA d'énergie";
    private static final String GERMAN = "Bäckerei Müller;Gehalt für März;Straßenbahn;Übertrag;Überweisung Gebühr";
    private static final String SPANISH = "Nómina;Cajero automático;Compañía de teléfonos;Año nuevo;Farmacia Peñón";
    private static final String PORTUGUESE = "Padaria São João;Transferência bancária;Refeições;Crédito habitação";
    private static final String DANISH = "Købmand;Løn for august;Rødgrød med fløde;Lån og gæld";
    private static final String POLISH = "Księgarnia Łódź;Przelew środków;Opłata za kartę;Wypłata gotówki;Żabka Kraków";
    private static final String CZECH = "Platba kartou Žižkov;Příchozí úhrada;Výběr z bankomatu;Řeznictví u Dvořáků";
    private static final String HUNGARIAN =
            "Bankkártyás vásárlás;Fizetés jóváírása;Gyógyszertár;Élelmiszerüzlet Győr;Tűzoltó egyesület";
    private static final String RUSSIAN = "Магазин продуктов;Зачисление зарплаты;Перевод на карту;Оплата услуг";
    private static final String GREEK = "Πληρωμή λογαριασμού;Κατάθεση μισθού;Φαρμακείο";
    private static final String TURKISH = "Maaş ödemesi;Kredi kartı borcu;Alışveriş;Yağmur şirketi";
    private static final String JAPANESE = "コンビニエンスストア;給与振込;電気料金;ガス代";

    @TestFactory
    Stream<DynamicTest> lettersAreToldByWhatTheWordsLookLike() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String charset : List.of("windows-1252", "IBM850", "x-MacRoman")) {
            texts.put(charset, List.of(FRENCH, GERMAN, SPANISH, PORTUGUESE, DANISH));
        }
        for (String charset : List.of("windows-1250", "ISO-8859-2", "IBM852")) {
            texts.put(charset, List.of(POLISH, CZECH, HUNGARIAN));
        }
        for (String charset : List.of("windows-1251", "KOI8-R", "IBM866", "ISO-8859-5")) {
            texts.put(charset, List.of(RUSSIAN));
        }
        texts.put("IBM437", List.of(FRENCH.replace("n° ", ""), GERMAN));
        texts.put("windows-1253", List.of(GREEK));
        texts.put("windows-1254", List.of(TURKISH));
        texts.put("Shift_JIS", List.of(JAPANESE));
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
            texts.put(charset, List.of(FRENCH, POLISH, RUSSIAN, GREEK, JAPANESE));
        }
        return texts.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(labels -> DynamicTest.dynamicTest(
                                entry.getKey() + " " + labels,
                                () -> assertReads(labels, Charset.forName(entry.getKey())))));
    }

    private static void assertReads(String labels, Charset charset) {
        StringBuilder text = new StringBuilder("Date;Description;Amount\n");
        List<String> expected = List.of(labels.split(";"));
        expected.forEach(label -> text.append("2024-01-31;").append(label).append(";-3,50\n"));
        Readings read = Readings.of(text.toString().getBytes(charset), Map.of(), Readings.EUR);
        assertEquals(
                expected,
                read.accepted().stream().map(line -> line.bank().label()).toList(),
                read.reader().format().encoding());
    }

    @Test
    void linesOfAnotherEncodingInOneFileAreReadEachAsItIs() {
        byte[] bytes = joined(
                "Date;Libellé;Montant\n31/01/2024;Café;-3,50\n".getBytes(StandardCharsets.UTF_8),
                "31/01/2024;Boulangerie Noël;-4,50\n".getBytes(Charset.forName("windows-1252")));
        Readings read = Readings.of(bytes, Map.of(), Readings.EUR);
        assertEquals(List.of("2024-01-31 -350 Café", "2024-01-31 -450 Boulangerie Noël"), read.lines());
        assertEquals("UTF-8 and windows-1252", read.reader().format().encoding());
    }

    @Test
    void lettersThatWereEncodedTwiceAreMended() {
        String once = "Date;Libellé;Montant\n31/01/2024;Café à l’œil 5 €;-3,50\n";
        String twice = new String(once.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        Readings read = Readings.of(twice);
        assertEquals(List.of("2024-01-31 -350 Café à l’œil 5 €"), read.lines());
        assertEquals("UTF-8, encoded twice", read.reader().format().encoding());
    }

    @Test
    void whatIsLetteredLikeItButIsNotIsLeft() {
        String text = "Date;Libellé;Montant\n31/01/2024;PÃO DE AÇÚCAR SÃO João;-3,50\n";
        assertEquals(
                List.of("2024-01-31 -350 PÃO DE AÇÚCAR SÃO João"),
                Readings.of(text).lines());
    }

    @Test
    void aStatedEncodingIsObeyed() {
        byte[] bytes = "Date;Description;Amount\n2024-01-31;Café;-3,50\n".getBytes(Charset.forName("windows-1252"));
        assertEquals(
                List.of("2024-01-31 -350 Cafй"),
                Readings.of(bytes, Map.of("encoding", "windows-1251"), Readings.EUR)
                        .lines());
        assertEquals(
                Optional.empty(),
                Encoding.of(Readings.file(bytes).content(), Optional.of(StandardCharsets.UTF_8))
                        .rival());
    }

    private static byte[] joined(byte[]... pieces) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }
}
