/**
 * What XML Document Transforms make of a document, by the rules of the engine that applies them at
 * publishing. The JDK's DOM and XPath stay here.
 */
package dev.autoheal.xdt;
