/** Bank files: looked at, imported, listed and taken back. */
@NullMarked
package io.prorata.adapter.web.page.imports;

import org.jspecify.annotations.NullMarked;
