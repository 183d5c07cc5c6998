/**
 * The API as tools of the Model Context Protocol. Each tool is one request to a server of this program, in the name of whoever's token it
 * is given: what a token may do, what is refused, and what is kept is decided there and nowhere else. It knows the API and no class of the
 * program.
 *
 * <p>What a household or its bank has written is an answer's data and never a part of what a tool says of itself.
 */
@NullMarked
package io.prorata.adapter.mcp;

import org.jspecify.annotations.NullMarked;
