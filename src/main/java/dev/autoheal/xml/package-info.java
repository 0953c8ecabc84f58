/**
 * Holds XML text as elements with exact spans, and writes XML in a given style. It may use {@code
 * text} only, and no other package uses Woodstox.
 */
package dev.autoheal.xml;
