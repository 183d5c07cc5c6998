package io.prorata.adapter.web.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first sentence of an account: which figure it is, of which month. */
final class FigureTitle {

    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        WORDS.put("total_expenses", "the cost of the month");
        WORDS.put("total_if_confirmed", "the cost of the month, if all is confirmed");
        WORDS.put("total_provisions", "all provisions");
        WORDS.put("total_fixed", "all bills");
        WORDS.put("total_variable", "all variable spending");
        WORDS.put("net_income", "net income");
        WORDS.put("net_available", "what is left of net income");
        WORDS.put("pot_due", "what the pot has to pay");
        WORDS.put("pot_paid", "what the pot paid");
        WORDS.put("pooled_left", "left over of common incomes");
        WORDS.put("share", "share of the cost");
        WORDS.put("pooled", "covered by common incomes");
        WORDS.put("paid", "paid for the household");
        WORDS.put("put", "put into the pot");
        WORDS.put("settled", "settled by payments");
        WORDS.put("beyond_plan", "share beyond the plan");
        WORDS.put("progress_percentage", "progress towards the target");
        WORDS.put("remaining", "missing to the target");
        WORDS.put("target", "target");
        WORDS.put("gross", "gross income");
        WORDS.put("tax", "tax");
        WORDS.put("net", "net income");
        WORDS.put("received", "received by rows");
        WORDS.put("monthly_amount", "amount of the month");
        WORDS.put("total_balance", "all balances");
    }

    private final ExplanationResponse explained;
    private final StepNames names;
    private final StepNames.Say say;

    FigureTitle(ExplanationResponse explained, StepNames names, StepNames.Say say) {
        this.explained = explained;
        this.names = names;
        this.say = say;
    }

    /**
     * Returns the sentence.
     *
     * @param amount without a sign
     * @param signed the same, with its sign
     */
    String of(String amount, String signed, String month, boolean negative) {
        String[] parts = explained.figure().split("/", -1);
        String last = parts[parts.length - 1];
        String before = parts.length > 2 ? parts[parts.length - 2] : "";
        String subject = names.of(explained.derivation());
        if (before.equals("member_totals")) {
            return say.text("{0} pays {1} in {2}.", names.party(last), signed, month);
        }
        if (explained.figure().startsWith("/transfers/")) {
            return say.text("{0} pays {1} to {2}, to settle {3}.", from(), signed, to(), month);
        }
        if (before.equals("due") || last.equals("due") || last.equals("pot_due")) {
            String party = names.party(before.equals("due") ? last : before);
            return negative
                    ? say.text("{0} is to receive {1} for {2}.", party, amount, month)
                    : say.text("{0} still has to pay {1} for {2}.", party, amount, month);
        }
        if (before.equals("shares")) {
            return subject.isEmpty()
                    ? say.text("The share of {0} is {1} in {2}.", names.party(last), signed, month)
                    : say.text("The share of {0} in {1} is {2} in {3}.", names.party(last), subject, signed, month);
        }
        if (!subject.isEmpty()) {
            String named = named(parts[1], last, subject, signed, month);
            if (!named.isEmpty()) {
                return named;
            }
        }
        return say.text("{0}: {1}, {2}.", what(before, last), signed, month);
    }

    private String named(String list, String last, String subject, String signed, String month) {
        return switch (list + "/" + last) {
            case "fixed_expenses/monthly_amount" -> say.text("{0} costs {1} in {2}.", subject, signed, month);
            case "provisions/monthly_amount" -> say.text("For {0}, {1} is put aside in {2}.", subject, signed, month);
            case "provisions/balance" -> say.text("{0} holds {1} at the end of {2}.", subject, signed, month);
            case "categories/total_amount" -> say.text("{0} cost {1} in {2}.", subject, signed, month);
            default -> "";
        };
    }

    private String what(String before, String last) {
        String known = WORDS.get(last);
        String what = known == null ? explained.figure() : say.text(known);
        return explained.names().members().containsKey(before) ? names.party(before) + ", " + what : what;
    }

    private String from() {
        return names.party(String.valueOf(explained.derivation().get("from")));
    }

    private String to() {
        return names.party(String.valueOf(explained.derivation().get("to")));
    }

    /** Returns the texts that are not written where they are said. */
    static List<String> words() {
        return List.copyOf(WORDS.values());
    }
}
