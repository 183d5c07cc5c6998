package io.prorata.adapter.web.page.plan;

import java.util.List;
import java.util.Map;

/**
 * What a change of the plan would mean, before it is saved.
 *
 * @param save where the form goes that saves it
 * @param back the plan as it is
 * @param fields what was typed, to be sent once more
 * @param same whether nobody pays anything else
 */
public record EffectModel(
        String monthName,
        String save,
        String back,
        Map<String, List<String>> fields,
        List<Paid> members,
        boolean same) {

    /** What a member pays, as it is and as it would be. */
    public record Paid(String name, String before, String after, String more) {}
}
