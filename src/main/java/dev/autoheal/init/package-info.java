/**
 * This package writes the first policy from the files of a project. It checks the draft with the
 * packages lint and project, and knows no commands or reports.
 */
package dev.autoheal.init;
