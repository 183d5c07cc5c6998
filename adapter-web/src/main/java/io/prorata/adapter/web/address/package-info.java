/** Under which names and addresses the server is asked. */
@NullMarked
package io.prorata.adapter.web.address;

import org.jspecify.annotations.NullMarked;
