/**
 * What views are computed from ({@link io.prorata.application.view.Snapshot}), under which revision, and the finished documents that are
 * kept of them in tiers.
 */
@NullMarked
package io.prorata.application.view;

import org.jspecify.annotations.NullMarked;
