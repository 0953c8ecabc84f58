/** XML text as elements with exact spans, and XML written in a given style. Woodstox stays here. */
package dev.autoheal.xml;
