package io.prorata.application.bankfile;

import java.time.LocalDate;

/** From a day to a day, both included. */
public record Days(LocalDate first, LocalDate last) {}
