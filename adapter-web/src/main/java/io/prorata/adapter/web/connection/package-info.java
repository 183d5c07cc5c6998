/**
 * What holds for a request before anybody reads it: its head, its body, and whom it is meant for.
 *
 * <p>What breaks a rule here is refused as a whole: no filter, no route and no kept answer sees it.
 */
@NullMarked
package io.prorata.adapter.web.connection;

import org.jspecify.annotations.NullMarked;
