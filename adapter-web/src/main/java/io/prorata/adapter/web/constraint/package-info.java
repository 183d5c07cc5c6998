/** What the fields of bodies have to be; the rules themselves are the domain's. */
@NullMarked
package io.prorata.adapter.web.constraint;

import org.jspecify.annotations.NullMarked;
