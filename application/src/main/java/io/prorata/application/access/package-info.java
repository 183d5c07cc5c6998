/** Who may do what: bearer tokens, and the check of every request against them. */
@NullMarked
package io.prorata.application.access;

import org.jspecify.annotations.NullMarked;
