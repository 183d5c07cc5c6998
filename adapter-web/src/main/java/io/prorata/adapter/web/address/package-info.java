/** Host names and addresses of the server. */
@NullMarked
package io.prorata.adapter.web.address;

import org.jspecify.annotations.NullMarked;
