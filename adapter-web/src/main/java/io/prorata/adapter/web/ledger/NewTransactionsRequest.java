package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.LargeBody;
import jakarta.validation.Valid;
import java.util.List;

/**
 * New transactions, created together.
 *
 * @param transactions at most 10,000: all of them are created, or none
 */
@LargeBody(bytes = 8 * 1024 * 1024)
@Serdeable
record NewTransactionsRequest(List<@Valid NewTransactionRequest> transactions) {}
