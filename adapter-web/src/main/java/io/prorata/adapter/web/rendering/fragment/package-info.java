/** Parts of JSON documents that several views have in common. */
@NullMarked
package io.prorata.adapter.web.rendering.fragment;

import org.jspecify.annotations.NullMarked;
