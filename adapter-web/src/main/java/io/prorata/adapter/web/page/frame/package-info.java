/** What all screens of the page have in common: the frame around them, the words of a language, how answers are sent. */
@NullMarked
package io.prorata.adapter.web.page.frame;

import org.jspecify.annotations.NullMarked;
