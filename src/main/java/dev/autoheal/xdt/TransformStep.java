package dev.autoheal.xdt;

import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;

/**
 * One {@code xdt:Transform} that the engine knows, and what came of it.
 *
 * @param transform the document it stands in
 * @param element the element it stands on
 * @param targets how many elements there were already that the element means, by its locator or its
 *     name; for an insert those that it adds to
 * @param changes whether it made a difference
 */
public record TransformStep(
    XmlDocument transform, XmlElement element, TransformType verb, int targets, boolean changes) {}
