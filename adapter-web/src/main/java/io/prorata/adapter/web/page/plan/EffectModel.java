package io.prorata.adapter.web.page.plan;

import java.util.List;
import java.util.Map;

/**
 * What a change of the plan would mean, before it is saved.
 *
 * @param save where the form goes that saves it
 * @param back the plan as it is
 * @param fields what was typed, to be sent once more
 * @param members what each pays in the first month
 * @param outcome the months from then on
 */
public record EffectModel(
        String monthName,
        String save,
        String back,
        Map<String, List<String>> fields,
        List<OutcomeModel.Compared> members,
        OutcomeModel outcome) {}
