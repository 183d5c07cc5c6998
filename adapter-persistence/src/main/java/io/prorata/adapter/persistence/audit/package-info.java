/** The values of a change in the audit, as JSON. */
@NullMarked
package io.prorata.adapter.persistence.audit;

import org.jspecify.annotations.NullMarked;
