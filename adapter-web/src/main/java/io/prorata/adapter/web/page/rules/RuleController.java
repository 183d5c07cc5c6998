package io.prorata.adapter.web.page.rules;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.page.change.Beside;
import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.rules.RuleModel.Tried;
import io.prorata.application.ledger.ShowTransaction;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.ReadResult;
import io.prorata.application.rule.AddRule;
import io.prorata.application.rule.RemoveRule;
import io.prorata.application.rule.ReviseRule;
import io.prorata.application.rule.ShowRule;
import io.prorata.application.rule.TestRule;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.recognition.Payee;
import io.prorata.domain.sorting.SortingRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The form of one rule: added, changed, tried before it is saved, deleted. */
@OfPage
@Controller("/settings/rules")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RuleController {

    private final Screens screens;
    private final ShowRule showRule;
    private final AddRule addRule;
    private final ReviseRule reviseRule;
    private final RemoveRule removeRule;
    private final TestRule testRule;
    private final ShowPlan showPlan;
    private final ShowTransaction showTransaction;

    RuleController(
            Screens screens,
            ShowRule showRule,
            AddRule addRule,
            ReviseRule reviseRule,
            RemoveRule removeRule,
            TestRule testRule,
            ShowPlan showPlan,
            ShowTransaction showTransaction) {
        this.screens = screens;
        this.showRule = showRule;
        this.addRule = addRule;
        this.reviseRule = reviseRule;
        this.removeRule = removeRule;
        this.testRule = testRule;
        this.showPlan = showPlan;
        this.showTransaction = showTransaction;
    }

    /**
     * What a request is about.
     *
     * @param id of the rule; 0 for a new one
     * @param stamp of its state, as the form has it
     */
    private record Asked(Access access, Frame frame, RowWords words, long id, String stamp) {}

    private Asked asked(HttpRequest<?> request, Access access, long id, String stamp) {
        Frame frame = screens.frame(request, access, "settings", id == 0 ? "rule.new" : "rule");
        return new Asked(
                access,
                frame,
                RowWords.of(frame.words(), showPlan.show(access.household()).thing()),
                id,
                stamp);
    }

    /** @param row whose payee the rule is to be about; absent for none */
    @Get("/new")
    HttpResponse<byte[]> anew(HttpRequest<?> request, Access access, @QueryValue @Nullable Long row) {
        Asked asked = asked(request, access, 0, "");
        return shown(asked, row == null ? RuleFields.NEW : ofRow(access, row), "", Tried.NOT, HttpStatus.OK);
    }

    private RuleFields ofRow(Access access, long id) {
        Transaction row = showTransaction.show(access.household(), id).thing().transaction();
        String payee = Payee.of(row.line().label());
        Map<String, String> texts = new HashMap<>(RuleFields.NEW.texts());
        texts.put("name", payee);
        texts.put("label_is", payee);
        texts.put("sign", row.line().amount().isNegative() ? "spent" : "received");
        if (row.classification().category() != null) {
            texts.put("category", row.classification().category());
        }
        return new RuleFields(texts);
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(HttpRequest<?> request, Access access, long id) {
        ReadResult<SortingRule> rule = showRule.show(access.household(), id);
        Asked asked = asked(request, access, id, Stamps.text(rule.stamp()));
        return shown(asked, RuleFields.of(rule.thing(), asked.words().amounts()), "", Tried.NOT, HttpStatus.OK);
    }

    @OfPage(operation = "POST /rules")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> add(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Asked asked = asked(request, access, 0, "");
        return beside(request, asked, form, () -> {
            var terms = new RuleForm(form, asked.words().amounts()).terms();
            addRule.add(access.household(), access.actor(), new InCurrency<>(terms, access.currency()));
            return screens.goOn(request, RulesController.PATH);
        });
    }

    @OfPage(operation = "PUT /rules/{id}")
    @Post("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> revise(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        Asked asked = asked(request, access, id, form.text("stamp"));
        return beside(request, asked, form, () -> {
            var terms = new RuleForm(form, asked.words().amounts()).terms();
            reviseRule.revise(
                    access.household(),
                    access.actor(),
                    id,
                    Stamps.of(form),
                    new InCurrency<>(terms, access.currency()));
            return screens.goOn(request, RulesController.PATH);
        });
    }

    @OfPage(operation = "DELETE /rules/{id}")
    @Post("/{id}/remove")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> remove(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        removeRule.remove(access.household(), access.actor(), id, Stamps.of(Form.read(body)));
        return screens.goOn(request, RulesController.PATH);
    }

    /** Says which rows the rule matches, and what it would make of them; the form keeps what was typed. */
    @OfPage(operation = "POST /rules/test")
    @RequiresScope(TokenScope.READ)
    @Post("/try")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> tryOut(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        long id = form.text("id").isEmpty() ? 0 : form.whole("id");
        Asked asked = asked(request, access, id, form.text("stamp"));
        return beside(request, asked, form, () -> {
            var terms = new RuleForm(form, asked.words().amounts()).terms();
            var command = new TestRule.Command(terms, TransactionFilter.ALL);
            TestRule.Tried tried = testRule.test(access.household(), new InCurrency<>(command, access.currency()))
                    .result();
            return shown(asked, RuleFields.of(form), "", tried(asked, tried), HttpStatus.OK);
        });
    }

    private static Tried tried(Asked asked, TestRule.Tried tried) {
        var words = asked.frame().words();
        String said = words.of(
                "rule.tried",
                words.count("rows", tried.matched()),
                words.count("rows", tried.looked()),
                words.count("rows", tried.changed()));
        return new Tried(
                true,
                said,
                tried.shown().stream()
                        .map(match -> asked.words().changed(match.before(), match.after()))
                        .toList());
    }

    private HttpResponse<byte[]> beside(
            HttpRequest<?> request, Asked asked, Form form, Supplier<HttpResponse<byte[]>> does) {
        return Beside.form(
                request,
                does,
                problem -> shown(asked, RuleFields.of(form), problem.detail(), Tried.NOT, problem.status()));
    }

    private HttpResponse<byte[]> shown(Asked asked, RuleFields fields, String wrong, Tried tried, HttpStatus status) {
        var model = new RuleModel(
                asked.id(),
                asked.stamp(),
                asked.frame().title(),
                fields,
                RuleLists.of(asked.words(), fields),
                wrong,
                tried);
        return screens.show(asked.frame(), "rule.jte", model, status);
    }
}
