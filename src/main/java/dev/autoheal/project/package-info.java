/**
 * This package finds what lies around a file: its root, its siblings, its transforms, its policy.
 */
package dev.autoheal.project;
