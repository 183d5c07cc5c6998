package io.prorata.bootstrap.architecture.house.application.port;

/** A port. */
public interface Ledger {

    long rows();
}
