package io.prorata.adapter.web.page.settle;

import io.prorata.adapter.web.page.frame.Links;
import java.util.List;

/**
 * Who owes whom in a month.
 *
 * @param byPlan whether what is planned is divided, and not the rows
 * @param other the same month, divided the other way
 * @param since the first month that counts as before
 * @param notes what is missing for the figures to be whole
 * @param today the day on which a payment is noted
 */
public record SettleModel(
        String month,
        String monthName,
        String before,
        String beforeName,
        String after,
        String afterName,
        boolean byPlan,
        String other,
        String since,
        List<Payment> transfers,
        List<Due> dues,
        List<String> notes,
        List<Past> past,
        String today) {

    /** Returns the screen that explains a figure. */
    public String why(String figure) {
        return "/explained?view=settlement&from=" + month + "&to=" + month + "&include_before=true&basis="
                + (byPlan ? "plan" : "actual") + "&figure=" + Links.encoded(figure);
    }

    /**
     * A payment that settles.
     *
     * @param place among the payments, from zero on
     * @param plain its amount as a form sends it
     */
    public record Payment(
            int place,
            String from,
            String fromName,
            String to,
            String toName,
            String amount,
            String plain,
            String month) {}

    /**
     * How what somebody has to pay comes about.
     *
     * @param colour of the member; zero for the pot
     */
    public record Due(
            int colour,
            String key,
            String name,
            String share,
            String pooled,
            String paid,
            String put,
            String settled,
            String due,
            String before) {}

    /**
     * A payment that was made.
     *
     * @param stamp of its state
     */
    public record Past(long id, String stamp, String said, String amount, String day) {}
}
