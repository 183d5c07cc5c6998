/** Members: another key in everything that names them. */
@NullMarked
package io.prorata.application.member;

import org.jspecify.annotations.NullMarked;
