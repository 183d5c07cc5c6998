import module java.base;
import module java.net.http;

/** Computes a figure again from its derivation: java CheckDerivation.java http://127.0.0.1:8642 TOKEN /summary/total_expenses month=2026-03 */
public class CheckDerivation {
    final List<String> faults = new ArrayList<>();
    final UnaryOperator<String> get;
    int decimals, steps;
    CheckDerivation(UnaryOperator<String> get) { this.get = get; }

    public static void main(String[] a) {
        var check = new CheckDerivation(address -> HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(URI.create(a[0] + address))
                .header("Authorization", "Bearer " + a[1]).build(), HttpResponse.BodyHandlers.ofString()).join().body());
        System.out.println(check.figure("/explain?figure=" + a[2] + "&" + a[3]));
        check.faults.forEach(System.out::println);
        System.out.println(check.steps + " steps, " + check.faults.size() + " faults");
    }

    String figure(String address) {
        Map<String, Object> explained = json(get.apply(address));
        decimals = n(explained, "decimals").intValue();
        return value(explained, "derivation").toPlainString();
    }

    BigDecimal value(Map<?, ?> s) {
        steps++;
        BigDecimal stated = amount(s, "value"), computed = switch ((String) s.get("step")) {
            case "sum" -> sum(all(s, "parts"));
            case "min" -> Collections.min(all(s, "parts"));
            case "max" -> Collections.max(all(s, "parts"));
            case "difference" -> value(s, "from").subtract(value(s, "less"));
            case "net" -> { BigDecimal gross = value(s, "gross"); yield gross.subtract(share(gross, value(s, "rate"))); }
            case "rate" -> share(value(s, "amount"), value(s, "rate"));
            case "part" -> { BigDecimal whole = value(s, "amount").multiply(n(s, "bills")), k = n(s, "k");
                yield halfUp(whole.multiply(k.add(BigDecimal.ONE)), n(s, "n")).subtract(halfUp(whole.multiply(k), n(s, "n"))); }
            case "towards" -> halfUp(value(s, "target").subtract(value(s, "reached")).max(BigDecimal.ZERO), n(s, "months"));
            case "percent" -> value(s, "balance").movePointRight(2).divide(value(s, "target"), 1, RoundingMode.HALF_UP).max(BigDecimal.ZERO).min(BigDecimal.TEN.pow(2));
            case "allocate" -> allocate(value(s, "amount"), all(s, "weights"), n(s, "turn").longValue()).get(n(s, "member").intValue());
            case "transfer" -> transfer(new ArrayList<>(all(s, "dues")), n(s, "k").intValue());
            case "row" -> signed(s, amount(at(s), "amount"));
            case "rows" -> rows(s);
            case "figure" -> amount(at(s), "value");
            case "scheduled" -> amount(((List<?>) at(s).get("months")).getFirst(), (String) s.get("what"));
            case "stated" -> stated;
            default -> throw new IllegalStateException("not known: " + s.get("step"));
        };
        if (stated.compareTo(computed) != 0) faults.add(s.get("step") + " says " + stated + ", and it is " + computed + ": " + s);
        return stated;
    }

    BigDecimal value(Map<?, ?> step, String name) { return value((Map<?, ?>) step.get(name)); }
    List<BigDecimal> all(Map<?, ?> step, String name) { return ((List<?>) step.get(name)).stream().map(s -> value((Map<?, ?>) s)).toList(); }
    BigDecimal sum(List<BigDecimal> amounts) { return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add); }
    BigDecimal n(Map<?, ?> step, String name) { return (BigDecimal) step.get(name); }
    BigDecimal amount(Object of, String name) { return new BigDecimal((String) ((Map<?, ?>) of).get(name)); }
    BigDecimal halfUp(BigDecimal of, BigDecimal by) { return of.divide(by, decimals, RoundingMode.HALF_UP); }
    BigDecimal share(BigDecimal amount, BigDecimal percent) { return halfUp(amount.multiply(percent), BigDecimal.valueOf(100)); }
    BigDecimal signed(Map<?, ?> step, BigDecimal sum) { return step.get("sign").equals("minus") ? sum.negate() : sum; }
    Map<String, Object> at(Map<?, ?> step) { return json(get.apply((String) step.get("address"))); }

    /** Largest remainder; of equal remainders, the member at turn mod n first, then those after it. */
    List<BigDecimal> allocate(BigDecimal amount, List<BigDecimal> weights, long turn) {
        BigDecimal units = amount.abs().movePointRight(decimals), total = sum(weights);
        List<BigDecimal[]> parts = weights.stream().map(w -> units.multiply(w).divideAndRemainder(total)).toList();
        List<BigDecimal> shares = new ArrayList<>(parts.stream().map(part -> part[0]).toList());
        IntStream.range(0, weights.size()).boxed().sorted(Comparator.<Integer, BigDecimal>comparing(m -> parts.get(m)[1].negate())
                .thenComparing(m -> Math.floorMod(m - turn, (long) weights.size()))).limit(units.subtract(sum(shares)).longValueExact())
                .forEach(m -> shares.set(m, shares.get(m).add(BigDecimal.ONE)));
        return shares.stream().map(s -> s.movePointLeft(decimals).multiply(BigDecimal.valueOf(amount.signum()))).toList();
    }

    /** The largest payer pays the largest receiver, {@code k} times and once more. */
    BigDecimal transfer(List<BigDecimal> dues, int k) {
        int payer = dues.indexOf(Collections.max(dues)), receiver = dues.indexOf(Collections.min(dues));
        BigDecimal paid = dues.get(payer).min(dues.get(receiver).negate());
        for (int party : List.of(payer, receiver)) dues.set(party, dues.get(party).add(party == payer ? paid.negate() : paid));
        return k == 0 ? paid : transfer(dues, k - 1);
    }

    /** Adds up the rows that the address lists and whose fields are as the step says. */
    BigDecimal rows(Map<?, ?> step) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (String more = ""; more != null;) {
            Map<?, ?> page = json(get.apply(step.get("address") + "&limit=500" + more)), where = (Map<?, ?>) step.get("where");
            for (Object row : (List<?>) page.get("transactions"))
                if (where.keySet().stream().allMatch(f -> Objects.equals(where.get(f), ((Map<?, ?>) row).get(f)))) amounts.add(amount(row, "amount"));
            Object cursor = ((Map<?, ?>) page.get("pagination")).get("next_cursor");
            more = cursor == null ? null : "&cursor=" + cursor;
        }
        if (step.get("count") != null && n(step, "count").intValue() != amounts.size()) faults.add(amounts.size() + " rows: " + step);
        return signed(step, sum(amounts));
    }

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
