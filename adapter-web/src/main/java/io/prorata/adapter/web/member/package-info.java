/** Members: another key in everything that names them. */
@NullMarked
package io.prorata.adapter.web.member;

import org.jspecify.annotations.NullMarked;
