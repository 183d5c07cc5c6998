package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.LargeBody;
import jakarta.validation.Valid;
import java.util.List;

/**
 * Transactions that are entered together.
 *
 * @param transactions up to 10,000: all of them are entered, or none
 */
@LargeBody(bytes = 8 * 1024 * 1024)
@Serdeable
record NewTransactionsRequest(List<@Valid NewTransactionRequest> transactions) {}
