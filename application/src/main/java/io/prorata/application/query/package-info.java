/**
 * The views of the dashboard: queries, one class per view ({@link io.prorata.application.query.ViewQuery}), and their contents.
 */
@NullMarked
package io.prorata.application.query;

import org.jspecify.annotations.NullMarked;
