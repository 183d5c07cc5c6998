package io.prorata.adapter.web.page.rows;

import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.request.PatchField;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a form says is to become of rows. */
final class RowEdits {

    private static final String NONE = "-";

    private RowEdits() {}

    /** Of one row: its form shows all there is of it, so that an empty field takes away. */
    static TransactionEdit ofOne(Form form, Amounts amounts) {
        try {
            RowMeaning shown = RowMeaning.shown(form);
            RowMeaning chosen = RowMeaning.chosen(form);
            // Left to the rules, a row that is said to pay a bill is FIXED.
            boolean typedByBill = type(form) == null && chosen.namesBillAfter(shown);
            return TransactionEdit.builder()
                    .date(LocalDate.parse(form.text("date")))
                    .label(Naming.label(form.text("label")))
                    .amount(amounts.read(form, "amount"))
                    .category(name(form.optional("category")))
                    .subcategory(PatchField.to(name(form.optional("subcategory"))))
                    .type(typedByBill ? PatchField.not() : PatchField.to(type(form)))
                    .excluded(Optional.of(form.has("excluded")))
                    .tags(Optional.of(tags(form.text("tags"))))
                    .note(form.has("note") ? PatchField.to(form.optional("note")) : PatchField.not())
                    .attribution(new AttributionEdit(
                            Optional.of(form.has("common")),
                            split(form.text("split")),
                            chosen.payerAfter(shown),
                            chosen.billAfter(shown),
                            chosen.provisionAfter(shown),
                            chosen.sourceAfter(shown)))
                    .ofForm()
                    .build();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Form.unreadable("", String.valueOf(e.getMessage()));
        }
    }

    /** Of many: an empty field leaves what they have, and a minus takes it away. */
    static TransactionEdit ofMany(Form form) {
        try {
            return TransactionEdit.builder()
                    .category(patch(form.text("category")))
                    .subcategory(patch(form.text("subcategory")))
                    .type(form.text("type").isEmpty() ? PatchField.not() : PatchField.to(type(form)))
                    .excluded(form.yesIfSaid("excluded"))
                    .addTags(tags(form.text("tags")))
                    .attribution(new AttributionEdit(
                            form.yesIfSaid("common"),
                            split(form.text("split")),
                            PatchField.not(),
                            PatchField.not(),
                            PatchField.not(),
                            PatchField.not()))
                    .build();
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("", String.valueOf(e.getMessage()));
        }
    }

    /** @param text empty to leave it, a minus to take it away */
    private static PatchField<LineSplit> split(String text) {
        return text.isEmpty() ? PatchField.not() : PatchField.to(text.equals(NONE) ? null : SplitText.parse(text));
    }

    private static PatchField<String> patch(String text) {
        return text.isEmpty() ? PatchField.not() : PatchField.to(text.equals(NONE) ? null : Naming.name(text));
    }

    private static @Nullable String name(@Nullable String text) {
        return text == null ? null : Naming.name(text);
    }

    /** Nothing leaves it to the rules. */
    private static @Nullable ExpenseType type(Form form) {
        return Set.of("", "RULE").contains(form.text("type")) ? null : form.constant("type", ExpenseType.class);
    }

    private static SortedSet<String> tags(String text) {
        var tags = new TreeSet<String>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(Naming::name)
                .forEach(tags::add);
        return tags;
    }
}
