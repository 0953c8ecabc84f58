/**
 * A file as bytes and text: spans, lines, edits, findings, unified diffs, trees of files and atomic
 * writes. Knows nothing of XML.
 */
package dev.autoheal.text;
