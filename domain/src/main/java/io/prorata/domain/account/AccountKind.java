package io.prorata.domain.account;

/** What sort of account it is; no figure depends on it. */
public enum AccountKind {
    /** For everyday payments. */
    CURRENT,
    /** For what is put aside. */
    SAVINGS,
    /** Of a credit card. */
    CARD,
    /** Notes and coins. */
    CASH,
    /** Anything else. */
    OTHER
}
