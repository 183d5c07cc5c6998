package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.adapter.web.plan.PartyJson;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.request.PatchField;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.split.LineSplit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whose business a row is, in JSON: {@code {"common": true, "split": {"mode": "equal"}, "payer": "diana", "bill_id": 3, "provision_id": null,
 * "member": "everybody"}}.
 */
final class AttributionJson {

    private static final String[] NAMES = {"common", "split", "payer", "bill_id", "provision_id", "member"};

    private AttributionJson() {}

    /** Returns {@code names} and those that this reads. */
    static String[] namesBeside(String... names) {
        return Stream.of(names, NAMES).flatMap(Stream::of).toArray(String[]::new);
    }

    static AttributionEdit read(JsonObjectReader fields) {
        var parts = new ErrorCollector();
        parts.check(() -> fields.cannotTakeAway("common"));
        Supplier<Optional<Boolean>> common = parts.read(() -> fields.optionalFlag("common"));
        Supplier<PatchField<LineSplit>> split = parts.read(() -> SplitJson.patch(fields, "split"));
        Supplier<PatchField<Party>> payer = parts.read(() -> PartyJson.patch(fields, "payer"));
        Supplier<PatchField<Long>> bill = parts.read(() -> id(fields, "bill_id"));
        Supplier<PatchField<Long>> provision = parts.read(() -> id(fields, "provision_id"));
        Supplier<PatchField<MoneySource>> source = parts.read(() -> PartyJson.source(fields, "member"));
        parts.complete();
        return new AttributionEdit(
                common.get(), split.get(), payer.get(), bill.get(), provision.get(), source.get());
    }

    private static PatchField<Long> id(JsonObjectReader fields, String name) {
        return fields.has(name) ? PatchField.to(fields.optionalWhole(name).orElse(null)) : PatchField.not();
    }
}
