package io.prorata.adapter.web.page.entry;

import java.util.List;

/**
 * Something that went wrong.
 *
 * @param parts what is wrong with which part of the request
 * @param page where more is said of it
 */
public record ProblemModel(String title, String detail, List<String> parts, String page, String requestId) {}
