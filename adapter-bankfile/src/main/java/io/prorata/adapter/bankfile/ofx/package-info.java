/**
 * Open Financial Exchange: version 1, which is SGML and closes tags as it likes, version 2, which is XML, and the QFX of Quicken.
 *
 * <p>The reader is tolerant, because many banks deviate from the standard. It reads the tags that matter and skips all others. Declarations
 * are skipped, and only the entities of XML itself and numbers are replaced.
 */
@NullMarked
package io.prorata.adapter.bankfile.ofx;

import org.jspecify.annotations.NullMarked;
