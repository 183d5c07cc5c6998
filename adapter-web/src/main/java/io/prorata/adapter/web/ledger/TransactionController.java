package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.answer.AcceptedType;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.PageLinks;
import io.prorata.adapter.web.answer.Patches;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.json.Months;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.parameter.Limit;
import io.prorata.adapter.web.parameter.Offset;
import io.prorata.application.ledger.ChangeTransaction;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RecordTransactions;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.ledger.RemoveTransactions;
import io.prorata.application.ledger.ShowTransaction;
import io.prorata.application.ledger.ShowTransactions;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.port.Ledger;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.ledger.Transaction;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The transactions. */
@Controller("/transactions")
@ExecuteOn(TaskExecutors.BLOCKING)
class TransactionController {

    private final RecordTransaction recordTransaction;
    private final RecordTransactions recordTransactions;
    private final ShowTransaction showTransaction;
    private final ShowTransactions showTransactions;
    private final ChangeTransaction changeTransaction;
    private final ChangeTransactions changeTransactions;
    private final RemoveTransaction removeTransaction;
    private final RemoveTransactions removeTransactions;
    private final IdempotencyKeys once;
    private final TransactionRowsAnswer rows;

    TransactionController(
            RecordTransaction recordTransaction,
            RecordTransactions recordTransactions,
            ShowTransaction showTransaction,
            ShowTransactions showTransactions,
            ChangeTransaction changeTransaction,
            ChangeTransactions changeTransactions,
            RemoveTransaction removeTransaction,
            RemoveTransactions removeTransactions,
            IdempotencyKeys once,
            TransactionRowsAnswer rows) {
        this.recordTransaction = recordTransaction;
        this.recordTransactions = recordTransactions;
        this.showTransaction = showTransaction;
        this.showTransactions = showTransactions;
        this.changeTransaction = changeTransaction;
        this.changeTransactions = changeTransactions;
        this.removeTransaction = removeTransaction;
        this.removeTransactions = removeTransactions;
        this.once = once;
        this.rows = rows;
    }

    /**
     * List transactions. Newest first. {@code category}, {@code subcategory} and {@code account} without a value select transactions
     * without one. {@code order} is {@code date}, {@code amount}, {@code label} or {@code category}, with a minus in front for the
     * reverse order. {@code payer} is the payer that rows state. With {@code sum}, also the count and the sum of all matching rows. As
     * {@code text/csv} or {@code application/x-ndjson}, all matching rows as of one moment, or a page if {@code limit} is stated; the CSV
     * is recognised when it is imported.
     */
    @Get
    @Produces({MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    HttpResponse<TransactionsResponse> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable LocalDate from,
            @QueryValue @Nullable LocalDate to,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable String subcategory,
            @QueryValue @Nullable String account,
            @QueryValue(value = "expense_type", defaultValue = "") List<String> expenseType,
            @QueryValue(value = "expense_types", defaultValue = "") List<String> expenseTypes,
            @QueryValue @Nullable Flag excluded,
            @QueryValue @Nullable String tag,
            @QueryValue @Nullable String text,
            @QueryValue("min_amount") @Nullable String minAmount,
            @QueryValue("max_amount") @Nullable String maxAmount,
            @QueryValue(defaultValue = "-date") String order,
            @QueryValue(defaultValue = Limit.USUAL) Limit limit,
            @QueryValue @Nullable Offset offset,
            @QueryValue @Nullable String cursor,
            @QueryValue(defaultValue = "false") Flag count,
            @QueryValue("account_id") @Nullable Long accountId,
            @QueryValue @Nullable Flag common,
            @QueryValue("own_split") @Nullable Flag ownSplit,
            @QueryValue @Nullable String payer,
            @QueryValue("bill_id") @Nullable Long billId,
            @QueryValue("provision_id") @Nullable Long provisionId,
            @QueryValue @Nullable String member,
            @QueryValue(defaultValue = "false") Flag sum,
            @QueryValue(defaultValue = "false") Flag uncategorised,
            @QueryValue("to_confirm") @Nullable Flag toConfirm,
            @QueryValue("sorted_by") @Nullable Long sortedBy) {
        var asked = new TransactionListRequest(
                month,
                from,
                to,
                uncategorised(category, uncategorised),
                subcategory,
                account,
                expenseType,
                expenseTypes,
                excluded,
                tag,
                text,
                minAmount,
                maxAmount,
                order,
                limit.items(),
                offset == null ? null : offset.items(),
                cursor,
                count.isTrue(),
                new AttributionParameters(
                        accountId, common, ownSplit, payer, billId, provisionId, member, toConfirm, sortedBy),
                sum.isTrue());
        String type = AcceptedType.of(request, List.of(MediaTypes.JSON, MediaTypes.CSV, MediaTypes.NDJSON));
        if (!type.equals(MediaTypes.JSON)) {
            boolean all = !request.getParameters().contains("limit");
            return asRows(rows.of(request, access, asked, all, type));
        }
        var shown = showTransactions.show(access.household(), asked.query(access.household(), access.currency()));
        String next = TransactionListRequest.next(access.household(), shown.thing());
        Optional<PageLinks.Next> place = Optional.ofNullable(next).map(after -> new PageLinks.Next("cursor", after));
        HttpResponse<TransactionsResponse> response = Answers.listed(
                request,
                shown,
                asked,
                page -> TransactionsResponse.of(
                        page.thing(),
                        next,
                        place.map(following -> following.url(request)).orElse(null),
                        new AmountText(page.currency())));
        ShowTransactions.Query query = shown.thing().query();
        return PageLinks.linked(
                response,
                request,
                query.after().isPresent() ? OptionalLong.empty() : OptionalLong.of(query.offset()),
                query.limit(),
                place);
    }

    /** Create a transaction. */
    @Post
    HttpResponse<WrittenTransactionResponse> record(
            HttpRequest<?> request, Access access, @Body @Valid NewTransactionRequest body) {
        var command = new InCurrency<>(body.command(new AmountText(access.currency())), access.currency());
        return once.answer(request, access, body, actor -> {
            var recorded = recordTransaction.record(access.household(), actor, command);
            Transaction transaction = recorded.result().thing();
            return Answers.created(
                    recorded,
                    URI.create("/transactions/" + transaction.id()),
                    WrittenTransactionResponse.of(
                            TransactionResponse.of(
                                    transaction,
                                    new AmountText(recorded.result().currency())),
                            recorded.result().plansMoved()));
        });
    }

    /**
     * Transactions that were created together, in the order of the request.
     *
     * @param plansMoved the past months whose figures change
     */
    @Serdeable.Serializable
    record BatchResponse(List<TransactionResponse> transactions, List<String> plansMoved) {}

    /** Create transactions. Up to 10,000: all of them or none. */
    @Post("/batch")
    HttpResponse<BatchResponse> recordBatch(
            HttpRequest<?> request, Access access, @Body @Valid NewTransactionsRequest body) {
        var read = new AmountText(access.currency());
        var commands = new InCurrency<>(
                body.transactions().stream().map(one -> one.command(read)).toList(), access.currency());
        return once.answer(request, access, body, actor -> {
            var recorded = recordTransactions.record(access.household(), actor, commands);
            var amounts = new AmountText(recorded.result().currency());
            return Answers.made(
                    recorded,
                    new BatchResponse(
                            recorded.result().thing().stream()
                                    .map(transaction -> TransactionResponse.of(transaction, amounts))
                                    .toList(),
                            Months.texts(recorded.result().plansMoved())));
        });
    }

    /**
     * Change transactions. All rows that match the filter, or none; {@code dry_run} reports without changing. A row keeps its type,
     * whatever its category, unless {@code expense_type} is stated; null: the rules decide. The answer has every total that changes.
     */
    @Post("/changes")
    HttpResponse<EffectResponse> changeMany(
            HttpRequest<?> request,
            Access access,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun,
            @Body @Valid TransactionChangesRequest body) {
        var command =
                new InCurrency<>(body.command(new AmountText(access.currency()), dryRun.isTrue()), access.currency());
        return once.answer(request, access, body, actor -> {
            var changed = changeTransactions.change(access.household(), actor, command);
            return Answers.done(changed, EffectResponse.of(changed.result()));
        });
    }

    /** Get a transaction. */
    @Get("/{id}")
    HttpResponse<TransactionResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(request, showTransaction.show(access.household(), id), TransactionController::response);
    }

    /** Update a transaction. A merge patch (RFC 7396). Its type stays, whatever its category, unless {@code expense_type} is stated. */
    @Patch("/{id}")
    @Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
    HttpResponse<WrittenTransactionResponse> change(
            HttpRequest<?> request, Access access, long id, @Body MergePatch<TransactionRequest> patch) {
        var amounts = new AmountText(access.currency());
        var changed = Patches.applied(request, () -> showTransaction.show(access.household(), id), (entry, read) -> {
            var body = patch.over(TransactionRequest.of(entry.transaction(), amounts));
            return changeTransaction.change(
                    access.household(),
                    access.actor(),
                    id,
                    read,
                    new InCurrency<>(body.edit(patch, amounts), access.currency()));
        });
        PlanChange<ChangeTransaction.Changed> result = changed.result();
        return Answers.changed(
                changed,
                WrittenTransactionResponse.of(
                        TransactionResponse.of(result.thing().entry(), new AmountText(result.currency())),
                        result.plansMoved(),
                        result.thing().owedByNobody()));
    }

    /**
     * Delete transactions. All rows that match the filter, or none; {@code dry_run} reports without deleting. At least one filter is
     * required. Imported rows stay deleted when their file is imported again.
     */
    @Delete
    @Consumes(MediaType.ALL)
    HttpResponse<EffectResponse> removeMany(
            HttpRequest<?> request,
            Access access,
            @QueryValue(value = "id", defaultValue = "") List<String> id,
            @QueryValue @Nullable YearMonth month,
            @QueryValue @Nullable LocalDate from,
            @QueryValue @Nullable LocalDate to,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable String subcategory,
            @QueryValue @Nullable String account,
            @QueryValue(value = "expense_type", defaultValue = "") List<String> expenseType,
            @QueryValue @Nullable Flag excluded,
            @QueryValue @Nullable String tag,
            @QueryValue @Nullable String text,
            @QueryValue("min_amount") @Nullable String minAmount,
            @QueryValue("max_amount") @Nullable String maxAmount,
            @QueryValue(value = "dry_run", defaultValue = "false") Flag dryRun) {
        TransactionListRequest.requireNames(request.getParameters(), "id", "expense_type");
        var asked = TransactionListRequest.ofFilter(
                month,
                from,
                to,
                category,
                subcategory,
                account,
                expenseType,
                excluded,
                tag,
                text,
                minAmount,
                maxAmount);
        var command = new RemoveTransactions.Command(asked.some(access.currency(), id), dryRun.isTrue());
        var removed = removeTransactions.remove(
                access.household(), access.actor(), new InCurrency<>(command, access.currency()));
        return Answers.done(removed, EffectResponse.of(removed.result()));
    }

    /** Delete a transaction. */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<Void> remove(HttpRequest<?> request, Access access, long id) {
        return Answers.gone(
                removeTransaction.remove(access.household(), access.actor(), id, Preconditions.expected(request)));
    }

    /** A category without a value is that of the rows that have none. */
    private static @Nullable String uncategorised(@Nullable String category, Flag uncategorised) {
        if (uncategorised.isTrue() && category != null && !category.isEmpty()) {
            throw TransactionListRequest.unreadable(
                    "uncategorised", "a row of a category has one: give one of the two");
        }
        return uncategorised.isTrue() ? "" : category;
    }

    private static TransactionResponse response(ReadResult<Ledger.Entry> entry) {
        return TransactionResponse.of(entry.thing(), new AmountText(entry.currency()));
    }

    /** The answer is declared as what it is in JSON; its body is written by itself. */
    @SuppressWarnings("unchecked")
    private static HttpResponse<TransactionsResponse> asRows(HttpResponse<?> rows) {
        return (HttpResponse<TransactionsResponse>) rows;
    }
}
