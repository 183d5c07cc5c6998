package io.prorata.application.bankfile;

import io.prorata.domain.account.BankBalance;

/**
 * What a bank file says is on an account after its last line.
 *
 * @param account as rows of the file name it
 */
public record StatedBalance(String account, BankBalance balance) {}
