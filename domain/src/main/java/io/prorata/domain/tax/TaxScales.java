package io.prorata.domain.tax;

import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * Reads scales from data files, one {@code .properties} file a country and year, which {@code scales.txt} names. A country whose tax has
 * brackets needs no code:
 *
 * <pre>
 * name=xx-2025
 * country=XX
 * incomes_of=2025
 * currency=EUR
 * bracket.1=10000 20
 * bracket.2=50000 40
 * round_to=1
 * smallest=0
 * source=the law
 * checked=2026-01-31
 * </pre>
 *
 * <p>A bracket is a limit in major units and a rate in percent. {@code left_out.1}, {@code left_out.2} ... say what is not covered.
 * {@code parts.half_part_cap}, {@code parts.reduction_single}, {@code parts.reduction_couple} and {@code parts.reduction_rate} describe
 * families, all four or none.
 */
public final class TaxScales {

    private static final String INDEX = "scales.txt";

    private TaxScales() {}

    /** Returns the scales in this library, in the order of the index: each country's oldest first. */
    public static List<TaxScale> published() {
        return listed(TaxScales::resource);
    }

    /**
     * Returns the scales that the file {@code scales.txt} names, one a line; each is in the file of its name.
     *
     * @param files opens a file by its name
     */
    static List<TaxScale> listed(Function<String, Reader> files) {
        List<TaxScale> scales = new ArrayList<>();
        try (BufferedReader index = new BufferedReader(files.apply(INDEX))) {
            for (String name = index.readLine(); name != null; name = index.readLine()) {
                try (Reader file = files.apply(name + ".properties")) {
                    scales.add(read(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scales;
    }

    /** Returns the published scale of this name, if there is one. */
    public static Optional<TaxScale> named(String name) {
        return published().stream().filter(scale -> scale.name().equals(name)).findFirst();
    }

    /**
     * Reads one scale.
     *
     * @throws IllegalArgumentException if an entry is missing, unknown or cannot be read; it names the entry
     * @throws IOException if the file cannot be read
     */
    public static TaxScale read(Reader file) throws IOException {
        var properties = new Properties();
        properties.load(file);
        return new Entries(properties).scale();
    }

    private static Reader resource(String name) {
        InputStream stream = TaxScales.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the data file " + name + " is missing");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    /** The entries of one file; each is read once, and entries that are left over are unknown. */
    private static final class Entries {

        private final Properties properties;

        Entries(Properties properties) {
            this.properties = properties;
        }

        TaxScale scale() {
            Currency currency = Currency.getInstance(text("currency"));
            var scale = new TaxScale(
                    text("name"),
                    text("country"),
                    Integer.parseInt(text("incomes_of")),
                    currency,
                    brackets(currency),
                    parts(currency),
                    money("round_to", currency),
                    money("smallest", currency),
                    text("source"),
                    LocalDate.parse(text("checked")),
                    numbered("left_out."));
            if (!properties.isEmpty()) {
                throw new IllegalArgumentException("unknown entries: " + properties.stringPropertyNames());
            }
            return scale;
        }

        private List<Bracket> brackets(Currency currency) {
            return numbered("bracket.").stream()
                    .map(text -> {
                        String[] words = text.split(" +", -1);
                        if (words.length != 2) {
                            throw new IllegalArgumentException("a bracket is a limit and a rate, not \"" + text + "\"");
                        }
                        return new Bracket(
                                Money.of(new BigDecimal(words[0]), currency), Rate.ofPercent(new BigDecimal(words[1])));
                    })
                    .toList();
        }

        private Optional<FamilyParts> parts(Currency currency) {
            if (properties.stringPropertyNames().stream().noneMatch(name -> name.startsWith("parts."))) {
                return Optional.empty();
            }
            return Optional.of(new FamilyParts(
                    money("parts.half_part_cap", currency),
                    money("parts.reduction_single", currency),
                    money("parts.reduction_couple", currency),
                    Rate.ofPercent(new BigDecimal(text("parts.reduction_rate")))));
        }

        private List<String> numbered(String prefix) {
            List<String> texts = new ArrayList<>();
            while (properties.containsKey(prefix + (texts.size() + 1))) {
                texts.add(text(prefix + (texts.size() + 1)));
            }
            return texts;
        }

        private Money money(String name, Currency currency) {
            return Money.of(new BigDecimal(text(name)), currency);
        }

        private String text(String name) {
            Object text = properties.remove(name);
            if (text == null || text.toString().isBlank()) {
                throw new IllegalArgumentException("the entry " + name + " is missing");
            }
            return text.toString().strip();
        }
    }
}
