/**
 * Open Financial Exchange: version 1, which is SGML and closes tags as it likes, version 2, which is XML, and the QFX of Quicken.
 *
 * <p>The reader is tolerant by design: banks write OFX by hand. It knows the tags that matter to a household and passes over all others.
 * Nothing in the file is ever followed: declarations are skipped, and only the entities of XML itself and numbers are replaced.
 */
@NullMarked
package io.prorata.adapter.bankfile.ofx;

import org.jspecify.annotations.NullMarked;
