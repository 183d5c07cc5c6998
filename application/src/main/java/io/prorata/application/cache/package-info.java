/**
 * The cache of finished views in its tiers, warming, and statistics.
 *
 * <p>Correctness does not depend on it: a document is used only if it has the current {@linkplain
 * io.prorata.application.view.DocumentVersion version}.
 */
@NullMarked
package io.prorata.application.cache;

import org.jspecify.annotations.NullMarked;
