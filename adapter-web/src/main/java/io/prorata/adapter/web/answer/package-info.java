/** How results are answered: documents with their tags, conditional requests, and the headers every answer has. */
@NullMarked
package io.prorata.adapter.web.answer;

import org.jspecify.annotations.NullMarked;
