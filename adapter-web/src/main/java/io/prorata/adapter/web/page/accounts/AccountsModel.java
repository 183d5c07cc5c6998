package io.prorata.adapter.web.page.accounts;

import io.prorata.adapter.web.page.frame.Parties.Choice;
import java.util.List;

/**
 * The accounts that somebody has described.
 *
 * @param month the current one
 * @param today in the household's time zone
 * @param day at whose end the balances are, in words
 * @param potStamp of the household's state
 * @param pot whether there is one now
 */
public record AccountsModel(
        String month,
        String today,
        String day,
        List<Described> accounts,
        List<Choice> parties,
        List<String> kinds,
        String potStamp,
        boolean pot) {

    /**
     * An account.
     *
     * @param stamp of its state
     * @param bank what the bank said last, beside the rows; empty if it has said nothing
     * @param aliases as files call it, a line each
     * @param common whether its rows are common when they arrive: yes, no, or empty as the owner makes them
     * @param owners who owned it since when, the latest first
     */
    public record Described(
            long id,
            String stamp,
            String name,
            String balance,
            String bank,
            String kind,
            String owner,
            String ownerName,
            String aliases,
            String common,
            String openingDate,
            String openingAmount,
            List<Owner> owners) {}

    /** Who owns it from a month on. */
    public record Owner(String from, String name) {}
}
