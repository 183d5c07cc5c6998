/**
 * The rules that keep figures fresh.
 *
 * <p>Each {@link io.prorata.domain.freshness.Change} states the {@link io.prorata.domain.freshness.Scope}s it makes stale; each
 * view states the scopes it depends on, {@link io.prorata.domain.freshness.ViewScopes}. The highest revision among them is the
 * view's {@link io.prorata.domain.freshness.Stamp}: a view that is stored under another stamp is not shown.
 */
@NullMarked
package io.prorata.domain.freshness;

import org.jspecify.annotations.NullMarked;
