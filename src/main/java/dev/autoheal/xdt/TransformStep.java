package dev.autoheal.xdt;

import dev.autoheal.xml.XmlDocument;
import dev.autoheal.xml.XmlElement;

/**
 * A run of one {@code xdt:Transform} that the engine knows.
 *
 * @param transform the document that contains it
 * @param element the element that has it
 * @param type the operation
 * @param targets how many elements matched the element before the step, by its locator or its name;
 *     for an insert, the existing elements that it adds to
 * @param changes whether the step changed anything
 */
public record TransformStep(
    XmlDocument transform, XmlElement element, TransformType type, int targets, boolean changes) {}
