package io.prorata.domain.split;

import io.prorata.domain.household.MemberKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A split as one line of text, the same for equal splits: {@code key}, {@code equal}, {@code member:diana},
 * {@code weights:diana=50,thomas=93} in the order of keys.
 */
public final class SplitText {

    private static final String MEMBER = "member:";
    private static final String WEIGHTS = "weights:";

    private SplitText() {}

    /** Returns the text of {@code split}. */
    public static String of(LineSplit split) {
        if (split instanceof LineSplit.AllTo one) {
            return MEMBER + one.member();
        }
        if (split instanceof LineSplit.ByWeights own) {
            return own.weights().entrySet().stream()
                    .map(weight -> weight.getKey() + "=" + weight.getValue())
                    .collect(Collectors.joining(",", WEIGHTS, ""));
        }
        return split instanceof LineSplit.Equally ? "equal" : "key";
    }

    /**
     * Returns the split that has this text.
     *
     * @throws IllegalArgumentException if none has
     */
    public static LineSplit parse(String text) {
        if (text.equals("key")) {
            return new LineSplit.ByKey();
        }
        if (text.equals("equal")) {
            return new LineSplit.Equally();
        }
        if (text.startsWith(MEMBER)) {
            return new LineSplit.AllTo(new MemberKey(text.substring(MEMBER.length())));
        }
        if (text.startsWith(WEIGHTS)) {
            return new LineSplit.ByWeights(weights(text.substring(WEIGHTS.length())));
        }
        throw new IllegalArgumentException("no split: " + text);
    }

    private static Map<MemberKey, Long> weights(String list) {
        Map<MemberKey, Long> weights = new TreeMap<>();
        for (String weight : list.split(",", -1)) {
            int equals = weight.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("no weight: " + weight);
            }
            weights.put(new MemberKey(weight.substring(0, equals)), Long.valueOf(weight.substring(equals + 1)));
        }
        return weights;
    }
}
