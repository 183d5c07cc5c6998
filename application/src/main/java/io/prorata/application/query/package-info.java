/**
 * The views of the dashboard: what can be asked, one class per view ({@link io.prorata.application.query.ViewQuery}), and what is shown of
 * it.
 */
@NullMarked
package io.prorata.application.query;

import org.jspecify.annotations.NullMarked;
