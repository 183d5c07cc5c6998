/**
 * The input of views ({@link io.prorata.application.view.Snapshot}), revisions, and finished documents in tiers.
 */
@NullMarked
package io.prorata.application.view;

import org.jspecify.annotations.NullMarked;
