/**
 * Holds a file as bytes and text: spans, lines, edits, diffs and secrets. It uses no other package
 * of the project and knows nothing about XML.
 */
package dev.autoheal.text;
