/**
 * This package finds what a file belongs to: its root, its policy, its siblings and its transforms.
 * It may use the packages that read files, git, policies and sections, but no rules or reports.
 */
package dev.autoheal.project;
