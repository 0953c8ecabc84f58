/**
 * This package writes the reports that are JSON: our own, SARIF, rdjson and GitLab. All JSON that
 * the program writes goes through its {@code JsonWriter}.
 */
package dev.autoheal.report.json;
