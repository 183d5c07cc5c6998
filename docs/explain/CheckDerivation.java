import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Computes a figure again from its derivation: java CheckDerivation.java http://127.0.0.1:8642 TOKEN /summary/total_expenses 2026-03 */
public class CheckDerivation {
    final List<String> faults = new ArrayList<>();
    final UnaryOperator<String> get;
    int decimals, steps;

    CheckDerivation(UnaryOperator<String> get) { this.get = get; }

    public static void main(String[] a) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        var check = new CheckDerivation(address -> {
            try {
                return http.send(HttpRequest.newBuilder(URI.create(a[0] + address)).header("Authorization", "Bearer " + a[1])
                        .build(), BodyHandlers.ofString()).body();
            } catch (Exception e) { throw new IllegalStateException(e); }
        });
        System.out.println(check.figure("/explain?figure=" + a[2] + "&month=" + a[3]));
        check.faults.forEach(System.out::println);
        System.out.println(check.steps + " steps, " + check.faults.size() + " faults");
    }

    String figure(String address) {
        Map<String, Object> explained = json(get.apply(address));
        decimals = ((BigDecimal) explained.get("decimals")).intValue();
        return value((Map<?, ?>) explained.get("derivation")).toPlainString();
    }

    BigDecimal value(Object node) {
        Map<?, ?> s = (Map<?, ?>) node;
        steps++;
        BigDecimal stated = new BigDecimal((String) s.get("value"));
        BigDecimal computed = switch ((String) s.get("step")) {
            case "sum" -> all(s, "parts").stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case "min" -> all(s, "parts").stream().min(Comparator.naturalOrder()).orElseThrow();
            case "max" -> all(s, "parts").stream().max(Comparator.naturalOrder()).orElseThrow();
            case "difference" -> value(s.get("from")).subtract(value(s.get("less")));
            case "net" -> { BigDecimal gross = value(s.get("gross")); yield gross.subtract(share(gross, value(s.get("rate")))); }
            case "rate" -> share(value(s.get("amount")), value(s.get("rate")));
            case "part" -> { BigDecimal whole = value(s.get("amount")).multiply(n(s, "bills")), k = n(s, "k");
                yield halfUp(whole.multiply(k.add(BigDecimal.ONE)), n(s, "n")).subtract(halfUp(whole.multiply(k), n(s, "n"))); }
            case "towards" -> halfUp(value(s.get("target")).subtract(value(s.get("reached"))).max(BigDecimal.ZERO), n(s, "months"));
            case "percent" -> value(s.get("balance")).multiply(BigDecimal.valueOf(100)).divide(value(s.get("target")), 1,
                    RoundingMode.HALF_UP).max(BigDecimal.ZERO).min(BigDecimal.valueOf(100));
            case "allocate" -> allocate(value(s.get("amount")), all(s, "weights"), n(s, "turn").longValue()).get(n(s, "member").intValue());
            case "rows" -> rows(s);
            case "figure" -> new CheckDerivation(get).statedAt((String) s.get("address"));
            case "stated", "scheduled" -> stated;
            default -> throw new IllegalStateException("not known: " + s.get("step"));
        };
        if (stated.compareTo(computed) != 0) faults.add(s.get("step") + " says " + stated + ", and it is " + computed + ": " + s);
        return stated;
    }

    List<BigDecimal> all(Map<?, ?> step, String name) { return ((List<?>) step.get(name)).stream().map(this::value).toList(); }
    BigDecimal n(Map<?, ?> step, String name) { return (BigDecimal) step.get(name); }
    BigDecimal halfUp(BigDecimal of, BigDecimal by) { return of.divide(by, decimals, RoundingMode.HALF_UP); }
    BigDecimal share(BigDecimal amount, BigDecimal percent) { return halfUp(amount.multiply(percent), BigDecimal.valueOf(100)); }
    BigDecimal statedAt(String address) { return new BigDecimal((String) json(get.apply(address)).get("value")); }

    /** Largest remainder; of equal remainders, the member at turn mod n first, then those after it. */
    List<BigDecimal> allocate(BigDecimal amount, List<BigDecimal> weights, long turn) {
        BigDecimal units = amount.abs().movePointRight(decimals), total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal[]> parts = weights.stream().map(w -> units.multiply(w).divideAndRemainder(total)).toList();
        List<BigDecimal> shares = new ArrayList<>(parts.stream().map(part -> part[0]).toList());
        long left = units.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).longValueExact();
        IntStream.range(0, weights.size()).boxed().sorted(Comparator.<Integer, BigDecimal>comparing(m -> parts.get(m)[1].negate())
                .thenComparing(m -> Math.floorMod(m - turn, (long) weights.size()))).limit(left)
                .forEach(m -> shares.set(m, shares.get(m).add(BigDecimal.ONE)));
        return shares.stream().map(s -> s.movePointLeft(decimals).multiply(BigDecimal.valueOf(amount.signum()))).toList();
    }

    /** Adds up the rows that the address lists and whose fields are as the step says. */
    BigDecimal rows(Map<?, ?> step) {
        BigDecimal sum = BigDecimal.ZERO, count = BigDecimal.ZERO;
        for (Object cursor = ""; cursor != null;) {
            Map<String, Object> page = json(get.apply(step.get("address") + "&limit=500" + (cursor.equals("") ? "" : "&cursor=" + cursor)));
            for (Object row : (List<?>) page.get("transactions"))
                if (((Map<?, ?>) step.get("where")).entrySet().stream().allMatch(e -> same(e.getValue(), ((Map<?, ?>) row).get(e.getKey())))) {
                    sum = sum.add(new BigDecimal((String) ((Map<?, ?>) row).get("amount")));
                    count = count.add(BigDecimal.ONE);
                }
            cursor = ((Map<?, ?>) page.get("pagination")).get("next_cursor");
        }
        if (step.get("count") != null && count.compareTo(n(step, "count")) != 0) faults.add(count + " rows: " + step);
        return step.get("sign").equals("minus") ? sum.negate() : sum;
    }
    boolean same(Object wanted, Object found) { return wanted == null ? found == null : wanted.equals(found); }

    // Reading JSON, from here on.
    @SuppressWarnings("unchecked")
    static Map<String, Object> json(String text) { return (Map<String, Object>) new Reader(text).read(); }

    static final class Reader {
        final String text;
        int at;
        Reader(String text) { this.text = text; }

        Object read() {
            blanks();
            switch (text.charAt(at)) {
                case '{' -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    for (at++, blanks(); text.charAt(at) != '}'; blanks()) {
                        String name = (String) read();
                        blanks();
                        at++;
                        fields.put(name, read());
                        blanks();
                        if (text.charAt(at) == ',') at++;
                    }
                    at++;
                    return fields;
                }
                case '[' -> {
                    List<Object> items = new ArrayList<>();
                    for (at++, blanks(); text.charAt(at) != ']'; blanks()) {
                        items.add(read());
                        blanks();
                        if (text.charAt(at) == ',') at++;
                    }
                    at++;
                    return items;
                }
                case '"' -> {
                    var string = new StringBuilder();
                    for (at++; text.charAt(at) != '"'; at++) {
                        if (text.charAt(at) != '\\') { string.append(text.charAt(at)); continue; }
                        char escape = text.charAt(++at);
                        if (escape == 'u') { string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16)); at += 4; }
                        else string.append(switch (escape) { case 'n' -> '\n'; case 't' -> '\t'; case 'r' -> '\r'; case 'b' -> '\b'; case 'f' -> '\f'; default -> escape; });
                    }
                    at++;
                    return string.toString();
                }
                default -> {
                    int from = at;
                    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) at++;
                    String word = text.substring(from, at);
                    return word.equals("null") ? null : word.equals("true") ? Boolean.TRUE : word.equals("false") ? Boolean.FALSE : new BigDecimal(word);
                }
            }
        }

        void blanks() { while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++; }
    }
}
