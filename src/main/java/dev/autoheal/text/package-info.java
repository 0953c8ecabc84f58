/**
 * Holds a file as bytes and text: spans, lines, edits, diffs and secrets. It uses no other package
 * of the project, and knows of XML only how secrets are written in it.
 */
package dev.autoheal.text;
