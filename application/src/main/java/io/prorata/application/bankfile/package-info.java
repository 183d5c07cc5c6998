/**
 * A bank's file as use cases see it: what its sender says of it, how it was found to be written, and its lines.
 *
 * <p>Reading it is the work of an adapter, behind {@link io.prorata.application.port.BankFiles}: whatever the format, a line is accepted
 * or refused with its number and a reason, and what cannot be found out is asked with a
 * {@link io.prorata.application.bankfile.ReadOption}. Amounts are in minor units and never rounded. Dates are those that are written,
 * whatever zone a time of day beside them names.
 */
@NullMarked
package io.prorata.application.bankfile;

import org.jspecify.annotations.NullMarked;
