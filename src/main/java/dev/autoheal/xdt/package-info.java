/**
 * Applies XML Document Transforms to a document, by the rules of the engine that applies them at
 * publishing. The JDK's DOM and XPath are used in this package only; it uses {@code xml} and {@code
 * text}.
 */
package dev.autoheal.xdt;
