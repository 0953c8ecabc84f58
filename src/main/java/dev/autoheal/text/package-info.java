/**
 * This package holds a file as bytes and text: spans, lines, edits, diffs, secrets. It does not
 * know XML.
 */
package dev.autoheal.text;
