package org.example.domain;

/** What is said. */
public record Greeting(String text) {}
