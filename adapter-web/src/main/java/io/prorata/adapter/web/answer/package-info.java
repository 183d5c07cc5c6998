/** Answers: documents with their tags, conditional requests, and common headers. */
@NullMarked
package io.prorata.adapter.web.answer;

import org.jspecify.annotations.NullMarked;
