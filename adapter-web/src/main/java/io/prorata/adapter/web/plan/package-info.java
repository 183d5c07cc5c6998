/** Fixed expenses and provisions over HTTP: requests, responses, and the JSON that they have in common. */
@NullMarked
package io.prorata.adapter.web.plan;

import org.jspecify.annotations.NullMarked;
