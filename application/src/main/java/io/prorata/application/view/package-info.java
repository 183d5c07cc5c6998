/**
 * Views: what can be asked ({@link io.prorata.application.view.ViewQuery}), from what it is computed
 * ({@link io.prorata.application.view.Snapshot}), what is answered ({@link io.prorata.application.view.View}), and under which revision.
 */
@NullMarked
package io.prorata.application.view;

import org.jspecify.annotations.NullMarked;
