/**
 * This package writes the reports that build servers read: GitHub, Azure, JUnit and Checkstyle. It
 * builds on the annotations of the package {@code report}.
 */
package dev.autoheal.report.ci;
