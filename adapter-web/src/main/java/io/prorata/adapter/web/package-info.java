/**
 * The HTTP API: text becomes commands and queries, results become documents and problems.
 *
 * <p>A controller translates and calls one use case. Requests are read strictly
 * ({@link io.prorata.adapter.web.json.MergePatch}, {@link io.prorata.adapter.web.parameter.StrictParameters}); every error is a
 * {@link io.prorata.adapter.web.problem.Problem}.
 */
@NullMarked
package io.prorata.adapter.web;

import org.jspecify.annotations.NullMarked;
