/**
 * The cache of finished views in its tiers, what is computed ahead of being asked for, and how often each was of use.
 *
 * <p>Nothing here is needed for a right answer: a document is only taken as the
 * {@linkplain io.prorata.application.view.DocumentVersion version} that holds now.
 */
@NullMarked
package io.prorata.application.cache;

import org.jspecify.annotations.NullMarked;
