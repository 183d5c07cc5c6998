/**
 * The use cases: one class per intent, whose only public method is the verb.
 *
 * <p>A use case is called by an adapter, calls the domain and the ports, and never another use case. Every write goes through
 * {@link io.prorata.application.port.UnitOfWork#write}; nothing else writes.
 */
@NullMarked
package io.prorata.application;

import org.jspecify.annotations.NullMarked;
