package io.prorata.adapter.web.page.rows;

import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.page.change.PlanLinks;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.application.request.PatchField;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.MoneySource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who paid a row, what of the plan it names, and whom it comes from, as the texts of a form. The form brings back what was shown, so that
 * only what a person has chosen otherwise is stated: what was recognised stays recognised.
 *
 * @param payer a party; empty where the row states none
 * @param link {@code bill:} or {@code provision:} and an id; empty where it names neither
 * @param source a member, or everybody; empty where it names nobody
 */
public record RowMeaning(String payer, String link, String source) {

    static RowMeaning of(Attribution attribution) {
        return new RowMeaning(
                attribution.payer().map(PartyJson::write).orElse(""),
                attribution.link().map(PlanLinks::text).orElse(""),
                attribution.source().map(PartyJson::write).orElse(""));
    }

    static RowMeaning chosen(Form form) {
        return new RowMeaning(form.text("payer"), form.text("link"), form.text("source"));
    }

    static RowMeaning shown(Form form) {
        return new RowMeaning(form.text("payer_was"), form.text("link_was"), form.text("source_was"));
    }

    PatchField<Party> payerAfter(RowMeaning shown) {
        return stated(payer, shown.payer, PartyJson::party);
    }

    PatchField<MoneySource> sourceAfter(RowMeaning shown) {
        return stated(source, shown.source, PartyJson::source);
    }

    PatchField<Long> billAfter(RowMeaning shown) {
        return linkAfter(shown, PlanLinks.BILL);
    }

    PatchField<Long> provisionAfter(RowMeaning shown) {
        return linkAfter(shown, PlanLinks.PROVISION);
    }

    /** Returns whether it names a bill that was not shown: that alone makes the row FIXED. */
    boolean namesBillAfter(RowMeaning shown) {
        return billAfter(shown).value() != null;
    }

    private PatchField<Long> linkAfter(RowMeaning shown, String kind) {
        if (link.equals(shown.link) || !(link.isEmpty() ? shown.link : link).startsWith(kind)) {
            return PatchField.not();
        }
        return PatchField.to(link.isEmpty() ? null : Long.valueOf(link.substring(kind.length())));
    }

    private static <T> PatchField<T> stated(String text, String shown, Function<String, T> read) {
        @Nullable T value = text.isEmpty() ? null : read.apply(text);
        return text.equals(shown) ? PatchField.not() : PatchField.to(value);
    }
}
