/** Every error as an RFC 9457 problem document: what is wrong, and where; the framework's own errors included. */
@NullMarked
package io.prorata.adapter.web.problem;

import org.jspecify.annotations.NullMarked;
