/**
 * XML, read as a stream in bounded memory: a file with a document type is refused, so that there is neither DTD nor entity to follow, and
 * depth and lengths are limited.
 */
@NullMarked
package io.prorata.adapter.bankfile.xml;

import org.jspecify.annotations.NullMarked;
