package io.prorata.adapter.web.ledger;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.Access;
import io.prorata.application.RecordTransaction;
import io.prorata.domain.ledger.Transaction;
import java.net.URI;

/** The bank's lines. */
@Controller("/transactions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TransactionController {

    private final RecordTransaction recordTransaction;

    TransactionController(RecordTransaction recordTransaction) {
        this.recordTransaction = recordTransaction;
    }

    /** Enters one by hand. */
    @Post
    HttpResponse<TransactionResponse> record(Access access, @Body byte[] body) {
        var recorded = recordTransaction.record(
                access.household(), access.actor(), currency -> TransactionRequest.read(body, currency));
        Transaction transaction = recorded.result().thing();
        return Answers.created(
                recorded,
                URI.create("/transactions/" + transaction.id()),
                TransactionResponse.of(
                        transaction, new Amounts(recorded.result().currency())));
    }
}
