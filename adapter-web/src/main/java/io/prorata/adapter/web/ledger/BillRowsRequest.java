package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Transactions that pay bills.
 *
 * @param transactions their ids
 */
@Serdeable
record BillRowsRequest(List<Long> transactions) {}
