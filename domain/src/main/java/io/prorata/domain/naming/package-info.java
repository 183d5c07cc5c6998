/**
 * Names: text that a person can read, in one form.
 *
 * <p>Names are stored in Unicode's composed form (NFC), so that two encodings of an accent are one name. They are ordered by code
 * point and compared, where the rules say so, without case.
 */
@NullMarked
package io.prorata.domain.naming;

import org.jspecify.annotations.NullMarked;
