package io.prorata.application.memory;

import io.prorata.application.port.Rules;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.SortingRule;
import java.util.ArrayList;
import java.util.List;

record InMemoryRules(InMemorySession session) implements Rules {

    @Override
    public long nextId(HouseholdId household) {
        return session.toWrite(household).next("rule", 1);
    }

    @Override
    public List<Entry> all(HouseholdId household) {
        return List.copyOf(session.toRead(household).rules);
    }

    @Override
    public void add(HouseholdId household, SortingRule rule) {
        session.toWrite(household).rules.add(new Entry(rule, session.making()));
    }

    @Override
    public void replace(HouseholdId household, SortingRule rule) {
        List<Entry> rules = session.toWrite(household).rules;
        rules.set(place(rules, rule.id()), new Entry(rule, session.making()));
    }

    @Override
    public void remove(HouseholdId household, long id) {
        List<Entry> rules = session.toWrite(household).rules;
        rules.remove(place(rules, id));
    }

    @Override
    public void order(HouseholdId household, List<Long> ids) {
        List<Entry> rules = session.toWrite(household).rules;
        List<Entry> before = new ArrayList<>(rules);
        rules.clear();
        ids.forEach(id -> rules.add(before.get(place(before, id))));
    }

    private static int place(List<Entry> rules, long id) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).rule().id() == id) {
                return i;
            }
        }
        throw new IllegalStateException("no rule has the id " + id);
    }
}
