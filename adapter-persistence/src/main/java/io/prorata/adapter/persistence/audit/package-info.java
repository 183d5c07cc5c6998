/** How the audit writes down what a change concerned: as JSON that programs can read. */
@NullMarked
package io.prorata.adapter.persistence.audit;

import org.jspecify.annotations.NullMarked;
