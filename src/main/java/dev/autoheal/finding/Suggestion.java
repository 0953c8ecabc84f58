package dev.autoheal.finding;

import dev.autoheal.text.Location;

/**
 * A whole fix as one replacement of text, for readers who do not have the file.
 *
 * @param place the text that is replaced; empty for an insertion
 * @param text the new text
 */
public record Suggestion(Location place, String text) {}
