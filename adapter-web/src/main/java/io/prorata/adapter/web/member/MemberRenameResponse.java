package io.prorata.adapter.web.member;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.member.MemberWrites;
import io.prorata.application.member.RenameMember;
import java.time.YearMonth;
import java.util.List;

/**
 * A member with another key, or what would become of it.
 *
 * @param from the key as it was
 * @param to the key instead
 * @param dryRun whether nothing was changed
 * @param touched how many things name the member
 */
@Serdeable.Serializable
record MemberRenameResponse(String from, String to, boolean dryRun, TouchedThings touched) {

    /**
     * How many things get the new key.
     *
     * @param configs versions of the config, with their incomes
     * @param months those of the rows and settlements
     */
    @Serdeable.Serializable
    record TouchedThings(
            long configs,
            long fixedExpenses,
            long provisions,
            long movements,
            long budgets,
            long accounts,
            long settlements,
            long rules,
            long transactions,
            List<String> months) {

        static TouchedThings of(MemberWrites.Touched touched) {
            return new TouchedThings(
                    touched.configs(),
                    touched.bills(),
                    touched.provisions(),
                    touched.movements(),
                    touched.budgets(),
                    touched.accounts(),
                    touched.settlements(),
                    touched.rules(),
                    touched.rows(),
                    touched.months().stream().map(YearMonth::toString).toList());
        }
    }

    static MemberRenameResponse of(RenameMember.Renamed renamed) {
        return new MemberRenameResponse(
                renamed.from().text(), renamed.to().text(), renamed.dryRun(), TouchedThings.of(renamed.touched()));
    }
}
