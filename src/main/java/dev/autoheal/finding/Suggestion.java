package dev.autoheal.finding;

import dev.autoheal.text.Location;

/**
 * A whole fix as one piece of text in place of another, for who does not have the file.
 *
 * @param place what is replaced; empty for an insertion
 * @param text what stands there afterwards
 */
public record Suggestion(Location place, String text) {}
