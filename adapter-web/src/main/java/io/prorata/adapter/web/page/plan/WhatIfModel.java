package io.prorata.adapter.web.page.plan;

import io.prorata.adapter.web.page.frame.Parties.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be supposed of a plan, what was, and what it would mean.
 *
 * @param month from which on it is supposed
 * @param months so many are shown
 * @param members whose net income may be another
 * @param typed the fields of the form as they were sent
 * @param outcome absent before anything is supposed
 */
public record WhatIfModel(
        String month,
        String months,
        List<Income> members,
        List<Line> bills,
        List<Line> provisions,
        List<Line> budgets,
        Map<String, List<String>> typed,
        @Nullable OutcomeModel outcome) {

    /** A member, and the net income now; empty where none is stated. */
    public record Income(Choice member, String net) {}

    /**
     * A line that may be another amount, or end.
     *
     * @param field the name of the field of the amount; that of its end begins with {@code end-}
     * @param amount what the month has of it, in words
     * @param asked what the field is for, in words
     */
    public record Line(String field, String name, String amount, String asked) {}

    /** Returns what was typed into a field; empty if nothing was. */
    public String typed(String field) {
        List<String> values = typed.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getLast();
    }

    /** Returns whether a box was ticked, or anything typed. */
    public boolean stated(String field) {
        return !typed(field).isEmpty();
    }

    /** Returns whether any of the fields of {@code lines}, or one of those named, was used. */
    public boolean used(List<Line> lines, String... fields) {
        return lines.stream().anyMatch(line -> stated(line.field()) || stated("end-" + line.field()))
                || List.of(fields).stream().anyMatch(this::stated);
    }

    /** Returns whether an income or the key was supposed. */
    public boolean usedIncomes() {
        return stated("key")
                || members.stream()
                        .anyMatch(income -> stated("net-" + income.member().key()));
    }
}
