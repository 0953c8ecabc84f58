/**
 * This package writes the reports that are JSON: our own, SARIF, rdjson and GitLab. Jackson stays
 * here.
 */
package dev.autoheal.report.json;
