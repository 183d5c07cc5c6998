package io.prorata.adapter.web.page.plan;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.plan.TaxEstimateModel.Estimate;
import io.prorata.adapter.web.page.plan.TaxEstimateModel.Person;
import io.prorata.adapter.web.page.plan.TaxEstimateModel.Taxed;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.request.Access;
import io.prorata.application.tax.EstimateTax;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.income.Income;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.tax.TaxEstimate;
import io.prorata.domain.tax.TaxScale;
import io.prorata.domain.tax.Taxpayers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Estimates the income tax of members by a published scale, beside the form that states their incomes. Nothing is written. */
@OfPage
@Controller("/plan/tax")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaxEstimateController {

    private static final int MONTHS = 12;
    private static final int MOST_ADULTS = 2;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The fields of this screen; all others are those of the plan's form. */
    private static final List<String> OWN = List.of("tax-scale", "tax-parts", "tax-asked");

    private final Screens screens;
    private final ShowHousehold showHousehold;
    private final EstimateTax estimateTax;

    TaxEstimateController(Screens screens, ShowHousehold showHousehold, EstimateTax estimateTax) {
        this.screens = screens;
        this.showHousehold = showHousehold;
        this.estimateTax = estimateTax;
    }

    @OfPage(operation = "POST /tax/estimates")
    @RequiresScope(TokenScope.READ)
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> estimate(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Frame frame = screens.frame(request, access, "plan", "tax");
        Household household = showHousehold.show(access.household()).thing().household();
        List<TaxScale> scales = estimateTax.scales().stream()
                .filter(scale -> scale.currency().equals(household.currency()))
                .toList();
        if (scales.isEmpty()) {
            throw Form.unreadable(
                    "/tax-scale", frame.t("tax.no_scale", household.currency().getCurrencyCode()));
        }
        String named = form.optional("tax-scale");
        TaxScale scale = named == null ? scales.getLast() : estimateTax.scale(named);
        return screens.show(
                frame,
                "tax.jte",
                new Asked(form, new Amounts(frame.words(), access.currency()), household).model(scales, scale));
    }

    /** What is typed of whom. */
    private final class Asked {

        private final Form form;
        private final Amounts amounts;
        private final Words words;
        private final List<Member> earning;
        private final List<Member> taxed;

        Asked(Form form, Amounts amounts, Household household) {
            this.form = form;
            this.amounts = amounts;
            this.words = amounts.words();
            // The plan's form has the gross of a month; this screen's has the taxable income of a year.
            this.earning = household.members().stream()
                    .filter(member ->
                            form.optional("gross-" + member.key()) != null || form.has("taxable-" + member.key()))
                    .toList();
            this.taxed = form.has("tax-asked")
                    ? earning.stream()
                            .filter(member -> form.has("taxed-" + member.key()))
                            .toList()
                    : earning.size() > MOST_ADULTS ? List.of() : earning;
        }

        TaxEstimateModel model(List<TaxScale> scales, TaxScale scale) {
            Map<String, List<String>> fields = new HashMap<>(form.all());
            fields.keySet()
                    .removeIf(name -> OWN.contains(name) || name.startsWith("taxed-") || name.startsWith("taxable-"));
            return new TaxEstimateModel(
                    "/plan?month=" + form.month("from"),
                    scales.stream().map(TaxScale::name).toList(),
                    scale.name(),
                    form.text("tax-parts"),
                    earning.stream()
                            .map(member -> new Person(
                                    member.key().text(),
                                    member.name(),
                                    amounts.plain(taxable(member)),
                                    taxed.contains(member)))
                            .toList(),
                    fields,
                    taxed.isEmpty() ? null : estimate(scale, fields));
        }

        private Money taxable(Member member) {
            String year = "taxable-" + member.key();
            Money taxable = form.has(year)
                    ? amounts.read(form, year)
                    : new Money(Math.multiplyExact(
                            amounts.read(form, "gross-" + member.key()).minor(), MONTHS));
            try {
                return taxable.notNegative();
            } catch (IllegalArgumentException e) {
                throw Form.unreadable("/" + year, String.valueOf(e.getMessage()));
            }
        }

        private @Nullable Estimate estimate(TaxScale scale, Map<String, List<String>> fields) {
            if (taxed.size() > MOST_ADULTS) {
                throw Form.unreadable("/taxed-" + taxed.getLast().key(), words.of("tax.who"));
            }
            TaxEstimate estimate = estimateTax.estimate(
                    scale, taxed.stream().map(this::taxable).toList(), halfParts());
            List<Taxed> people = new ArrayList<>();
            Map<String, List<String>> stating = new HashMap<>(fields);
            for (int i = 0; i < taxed.size(); i++) {
                Member member = taxed.get(i);
                Rate rate = estimate.individualRates().get(i);
                people.add(taxed(member, rate));
                stating.put(
                        "rate-" + member.key(),
                        List.of(words.amount(rate.inPercent().toPlainString())));
                stating.remove("net-" + member.key());
            }
            return new Estimate(
                    Integer.toString(scale.incomesOf()),
                    scale.source(),
                    scale.checked().toString(),
                    String.join("; ", scale.leftOut()),
                    amounts.text(estimate.tax()),
                    percent(estimate.householdRate()),
                    people,
                    stating);
        }

        /** The month that the plan would have with this rate (formula 1). */
        private Taxed taxed(Member member, Rate rate) {
            String field = "gross-" + member.key();
            Money gross = form.optional(field) == null ? Money.ZERO : amounts.read(form, field);
            Money net = Income.taxed(gross, rate).net();
            return new Taxed(
                    member.name(),
                    amounts.text(gross),
                    percent(rate),
                    amounts.text(gross.minus(net)),
                    amounts.text(net));
        }

        private String percent(Rate rate) {
            return words.percent(rate.inPercent().toPlainString());
        }

        private OptionalInt halfParts() {
            if (form.optional("tax-parts") == null) {
                return OptionalInt.empty();
            }
            try {
                int halves = new BigDecimal(words.decimal(form.text("tax-parts")))
                        .multiply(TWO)
                        .intValueExact();
                if (halves <= Taxpayers.MOST_HALF_PARTS) {
                    return OptionalInt.of(halves);
                }
            } catch (ArithmeticException | NumberFormatException e) {
                // What is no number of halves is refused like too many of them.
            }
            throw Form.unreadable("/tax-parts", words.of("tax.parts.form", Taxpayers.MOST_HALF_PARTS / 2));
        }
    }
}
