/**
 * Account statements (CAMT.053) and reports (CAMT.052) of ISO 20022, of any version, alone or several in an archive.
 *
 * <p>An entry that is booked is one line, with the amount and the direction that the entry states: a batch is one line with the sum that was
 * booked, whatever amounts its details have. Elements are known by their names, whatever namespace a bank puts them in.
 */
@NullMarked
package io.prorata.adapter.bankfile.camt;

import org.jspecify.annotations.NullMarked;
