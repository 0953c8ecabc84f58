/** This package writes the reports that build servers read: GitHub, Azure, JUnit and Checkstyle. */
package dev.autoheal.report.ci;
